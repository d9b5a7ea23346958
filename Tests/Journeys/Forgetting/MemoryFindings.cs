using System.Globalization;
using System.Text;

namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>Where a canary was found: counts by encoding and region, and the surroundings of the first few for whoever has to find the holder.</summary>
internal sealed class MemoryFindings
{
    private const int MostShown = 4;

    private readonly Dictionary<(string Encoding, string Region), int> counts = [];
    private readonly List<string> shown = [];
    private long bytes;

    internal int Total => counts.Values.Sum();

    internal int In(string encoding) => counts.Where(pair => pair.Key.Encoding == encoding).Sum(pair => pair.Value);

    internal void Read(int read) => bytes += read;

    internal void Found(string encoding, string region, long address, byte[] around)
    {
        counts[(encoding, region)] = counts.GetValueOrDefault((encoding, region)) + 1;
        if (shown.Count < MostShown)
            shown.Add($"{address:x} {new string([.. Encoding.Latin1.GetString(around).Select(c => c is >= ' ' and <= '~' ? c : '.')])}");
    }

    public override string ToString() => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"{Total} fragments in {bytes >> 20} MiB"),
        .. counts.OrderByDescending(pair => pair.Value).Select(pair => string.Create(CultureInfo.InvariantCulture, $"  {pair.Value} {pair.Key.Encoding} {pair.Key.Region}")),
        .. shown.Select(line => $"  {line}"),
    ]);
}
