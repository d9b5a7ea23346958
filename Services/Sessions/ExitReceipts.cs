using System.Collections.Concurrent;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Sessions;

/// <summary>What an exit ended, for the page that says so: a number that also stands in the audit, a time and counts. Kept here for ten minutes, in memory (C19).</summary>
[Enforces(Clauses.ExitAnytime)]
public sealed class ExitReceipts(TimeProvider clock)
{
    private const int Most = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, ExitReceipt> receipts = new();

    /// <summary>Makes the receipt for one exit.</summary>
    public ExitReceipt Write(int pages, int parts)
    {
        var now = clock.GetUtcNow();
        foreach (var old in receipts.Values.Where(receipt => receipts.Count >= Most || now - receipt.At > Kept))
            receipts.TryRemove(old.Number, out _);
        // 40 random bits: it opens nothing, it is only found by it
        var receipt = new ExitReceipt("X-" + SayableCode.New(8), now, pages, parts);
        return receipts[receipt.Number] = receipt;
    }

    /// <summary>Null when there is none, or it is older.</summary>
    public ExitReceipt? Find(string? number) => number is not null && receipts.TryGetValue(number, out var receipt) && clock.GetUtcNow() - receipt.At <= Kept ? receipt : null;
}

/// <summary>One exit.</summary>
/// <param name="Number">By which the privacy officer finds it in the audit.</param>
/// <param name="At">When it was.</param>
/// <param name="Pages">How many live pages ended with the session.</param>
/// <param name="Parts">How many parts of a record they held.</param>
public sealed record ExitReceipt(string Number, DateTimeOffset At, int Pages, int Parts);
