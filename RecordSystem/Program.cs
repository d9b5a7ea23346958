using System.CommandLine;
using Microsoft.Data.Sqlite;
using PrivacyPortal.RecordSystem.Generate;
using PrivacyPortal.RecordSystem.Import;
using PrivacyPortal.RecordSystem.Serve;

namespace PrivacyPortal.RecordSystem;

internal static class Program
{
    internal static async Task<int> Main(string[] arguments)
    {
        var root = new RootCommand("A small FHIR R4 server that stands in for a plan's system of record while the portal is evaluated.")
        {
            ServeCommand.Make(),
            ImportCommand.Make(),
            GenerateCommand.Make(),
        };
        try
        {
            return await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            await Console.Error.WriteLineAsync($"It did not work: {failure.Message}");
            return 1;
        }
    }
}
