using System.CommandLine;

namespace PrivacyPortal.RecordSystem;

/// <summary>The option that several commands share.</summary>
internal static class CommandOptions
{
    public const string DefaultDatabase = ".data/record-system.db";

    public static Option<string> Database() => new("--database")
    {
        Description = "The SQLite file of the record system (made when it is not there)",
        HelpName = "FILE",
        DefaultValueFactory = _ => DefaultDatabase,
    };
}
