using System.CommandLine;
using PrivacyPortal.RecordSystem.Generate;
using PrivacyPortal.RecordSystem.Import;
using PrivacyPortal.RecordSystem.Serve;

namespace PrivacyPortal.RecordSystem;

internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        var root = new RootCommand("A small FHIR R4 server that stands in for a plan's system of record while the portal is evaluated.")
        {
            ServeCommand.Make(),
            ImportCommand.Make(),
            GenerateCommand.Make(),
        };
        return root.Parse(arguments).InvokeAsync();
    }
}
