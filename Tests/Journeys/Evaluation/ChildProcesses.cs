using System.Globalization;

namespace PrivacyPortal.Journeys.Evaluation;

/// <summary>The processes that have a folder on their command line: the record systems that a portal over that folder started.</summary>
internal static class ChildProcesses
{
    internal static IReadOnlyList<int> ServingFrom(string database) => [.. All().Where(id => CommandLine(id) is var line && line.Contains(database) && line.Contains("serve"))];

    /// <summary>Every process with something of this folder on its command line.</summary>
    internal static IReadOnlyList<int> Over(string folder) => [.. All().Where(id => CommandLine(id).Any(word => word.StartsWith(folder, StringComparison.Ordinal)))];

    private static IEnumerable<int> All() =>
        Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture));

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
