using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>Slows wrong tries down, name by name, whether an account of that name exists or not, so that the answer tells nothing. Survives a restart.</summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class SignInThrottle(IDbContextFactory<PortalDb> store, ThrottleKey key, TimeProvider clock)
{
    /// <summary>Tries that cost nothing but the hash.</summary>
    public const int FreeTries = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Whether a password for this name may be looked at now.</summary>
    public async Task<bool> OpenAsync(string userName, CancellationToken cancel)
    {
        var digest = Digest(userName);
        await using var db = await store.CreateDbContextAsync(cancel);
        var seen = await db.SignInTries.AsNoTracking().SingleOrDefaultAsync(t => t.NameDigest == digest, cancel);
        return seen?.NotBefore is not { } until || until <= clock.GetUtcNow();
    }

    /// <summary>Counts a wrong try: from the sixth on, each doubles the wait, from 15 seconds to 15 minutes.</summary>
    public async Task FailedAsync(string userName, CancellationToken cancel)
    {
        var digest = Digest(userName);
        await using var db = await store.CreateDbContextAsync(cancel);
        var seen = await db.SignInTries.SingleOrDefaultAsync(t => t.NameDigest == digest, cancel);
        if (seen is null)
            db.SignInTries.Add(seen = new SignInTry { NameDigest = digest });
        seen.Failures++;
        seen.LastAt = clock.GetUtcNow();
        seen.NotBefore = seen.Failures <= FreeTries ? null : seen.LastAt + Wait(seen.Failures);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The right password clears the count.</summary>
    public async Task SucceededAsync(string userName, CancellationToken cancel)
    {
        var digest = Digest(userName);
        await using var db = await store.CreateDbContextAsync(cancel);
        await db.SignInTries.Where(t => t.NameDigest == digest).ExecuteDeleteAsync(cancel);
    }

    private static TimeSpan Wait(int failures)
    {
        var wait = TimeSpan.FromSeconds(15 * Math.Pow(2, Math.Min(10, failures - FreeTries - 1)));
        return wait < LongestWait ? wait : LongestWait;
    }

    private string Digest(string userName) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Value.Span, Encoding.UTF8.GetBytes(userName.ToUpperInvariant())));
}

/// <summary>The key of the throttle's digests; kept outside the store, so that the store alone tells no typed name.</summary>
public sealed record ThrottleKey(ReadOnlyMemory<byte> Value)
{
    public override string ToString() => nameof(ThrottleKey);
}
