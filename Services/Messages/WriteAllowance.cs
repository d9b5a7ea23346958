using System.Collections.Concurrent;

namespace PrivacyPortal.Services.Messages;

/// <summary>How often an account may write: enough for a person, too seldom for a flood.</summary>
public sealed class WriteAllowance(TimeProvider clock)
{
    public const int Writings = 10;

    public static readonly TimeSpan In = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> recent = new(StringComparer.Ordinal);

    /// <summary>Takes one of the account's; false when there is none left.</summary>
    internal bool Take(string accountId)
    {
        var now = clock.GetUtcNow();
        var times = recent.GetOrAdd(accountId, _ => new());
        lock (times)
        {
            while (times.TryPeek(out var oldest) && now - oldest >= In)
                times.Dequeue();
            if (times.Count >= Writings)
                return false;
            times.Enqueue(now);
            return true;
        }
    }
}
