using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace PrivacyPortal.RecordSystem;

/// <summary>What several commands share: the option for the database, and checks that name every wrong argument at once.</summary>
internal static class CommandOptions
{
    public const string DefaultDatabase = ".data/record-system.db";

    public static Option<string> Database() => new("--database")
    {
        Description = "The SQLite file of the record system (made when it is not there)",
        HelpName = "FILE",
        DefaultValueFactory = _ => DefaultDatabase,
    };

    /// <summary>As it was typed: a typed value may not be asked for before it is known to be right.</summary>
    public static string? Typed(this CommandResult command, Option option) =>
        command.GetResult(option) is { Implicit: false } result ? (result.Tokens is [var token, ..] ? token.Value : "") : null;

    public static void CheckNumber(this CommandResult command, Option option, int least, int most)
    {
        if (command.Typed(option) is not { } typed) return;
        if (!int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            command.AddError($"{option.Name} must be a whole number from {least} to {most}.");
    }
}
