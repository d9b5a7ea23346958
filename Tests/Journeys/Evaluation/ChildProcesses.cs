using System.Globalization;

namespace PrivacyPortal.Journeys.Evaluation;

/// <summary>The processes that have a folder on their command line: the record systems that a portal over that folder started.</summary>
internal static class ChildProcesses
{
    internal static IReadOnlyList<int> ServingFrom(string database) =>
        [.. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(id => CommandLine(id) is var line && line.Contains(database) && line.Contains("serve"))];

    internal static bool Lives(int id) => CommandLine(id).Length > 0;

    private static string[] CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return []; // it has ended
        }
    }
}
