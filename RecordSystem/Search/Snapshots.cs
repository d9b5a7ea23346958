using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>What is left to show of one search, in the order of its first page.</summary>
internal sealed record Snapshot(SearchRequest Request, IReadOnlyList<long> Keys, int Offset, DateTimeOffset Until);

/// <summary>
/// Holds the order of a search for its later pages. A page's token is random and means nothing outside; it ends ten minutes
/// after the search, and the oldest make room when there are too many.
/// </summary>
internal sealed class Snapshots(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private const int Most = 2000;
    private const long MostKeys = 4_000_000;

    private readonly ConcurrentDictionary<string, Snapshot> _byToken = new(StringComparer.Ordinal);

    public DateTimeOffset NewEnd() => clock.GetUtcNow() + Lifetime;

    public string Keep(Snapshot snapshot)
    {
        MakeRoom();
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        _byToken[token] = snapshot;
        return token;
    }

    public Snapshot? Find(string token) => _byToken.TryGetValue(token, out var found) && found.Until > clock.GetUtcNow() ? found : null;

    private bool IsFull() => _byToken.Count >= Most || _byToken.Sum(kept => (long)kept.Value.Keys.Count) > MostKeys;

    private void MakeRoom()
    {
        if (!IsFull()) return;
        var now = clock.GetUtcNow();
        foreach (var (token, _) in _byToken.Where(kept => kept.Value.Until <= now)) _byToken.TryRemove(token, out _);
        if (!IsFull()) return;
        foreach (var (token, _) in _byToken.OrderBy(kept => kept.Value.Until).Take(_byToken.Count / 4 + 1)) _byToken.TryRemove(token, out _);
    }
}
