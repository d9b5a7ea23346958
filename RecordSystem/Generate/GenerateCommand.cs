using System.CommandLine;

namespace PrivacyPortal.RecordSystem.Generate;

internal static class GenerateCommand
{
    public static Command Make() => new("generate", "Make people up");
}
