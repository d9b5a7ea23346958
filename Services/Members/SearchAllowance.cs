using System.Collections.Concurrent;

namespace PrivacyPortal.Services.Members;

/// <summary>How often an account may search for a member: enough for work, too seldom to try numbers out (C13).</summary>
public sealed class SearchAllowance(TimeProvider clock)
{
    public const int Searches = 10;

    public static readonly TimeSpan In = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> recent = new(StringComparer.Ordinal);

    /// <summary>Takes one search of the account's allowance; false when there is none left.</summary>
    internal bool Take(string accountId)
    {
        var now = clock.GetUtcNow();
        var times = recent.GetOrAdd(accountId, _ => new());
        lock (times)
        {
            while (times.TryPeek(out var oldest) && now - oldest >= In)
                times.Dequeue();
            if (times.Count >= Searches)
                return false;
            times.Enqueue(now);
            return true;
        }
    }
}
