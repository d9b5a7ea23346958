using System.Globalization;

namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>One mapping of a process's memory.</summary>
internal sealed record MemoryMap(long From, long To, string Name)
{
    internal static IReadOnlyList<MemoryMap> Of(int process) =>
        [.. File.ReadLines($"/proc/{process}/maps").Select(Parse).Where(map => map.From >= 0 && !map.Name.StartsWith("[v", StringComparison.Ordinal))];

    private static MemoryMap Parse(string line)
    {
        var parts = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        var dash = parts[0].IndexOf('-', StringComparison.Ordinal);
        var name = parts.Length > 5 ? parts[5].Trim() : "anonymous";
        return new(Address(parts[0][..dash]), Address(parts[0][(dash + 1)..]), name);
    }

    private static long Address(string digits) => unchecked((long)ulong.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
