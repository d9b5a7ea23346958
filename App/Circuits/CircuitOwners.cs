using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PrivacyPortal.App.Memory;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Circuits;

/// <summary>
/// Which session opened which circuit, by the hash of the secret with which a browser returns to it. Whoever comes with a secret and another session is
/// refused before the circuit hears of it (C2); the framework by itself would hand the circuit over.
/// </summary>
[Enforces(Clauses.PersonalPassword)]
internal sealed class CircuitOwners(IOptions<ForgettingOptions> forgetting, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Owner> owners = new(StringComparer.Ordinal);

    internal int Count => owners.Count;

    internal void Opened(string secret, string sessionId)
    {
        var now = clock.GetUtcNow();
        foreach (var (hash, owner) in owners.Where(one => one.Value.LeftAt is { } left && now - left > forgetting.Value.Linger + Margin))
            owners.TryRemove(new(hash, owner));
        owners[Hash(secret)] = new(sessionId, LeftAt: null);
    }

    /// <summary>Whether the circuit is this session's. One that is not known has ended, or was never there.</summary>
    internal bool Returned(string secret, string sessionId)
    {
        var hash = Hash(secret);
        return owners.TryGetValue(hash, out var owner) && owner.SessionId == sessionId && owners.TryUpdate(hash, owner with { LeftAt = null }, owner);
    }

    /// <summary>The connection has gone; the circuit may linger a while, and is known for as long.</summary>
    internal void Left(string secret)
    {
        if (owners.TryGetValue(Hash(secret), out var owner))
            owners[Hash(secret)] = owner with { LeftAt = clock.GetUtcNow() };
    }

    private static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed record Owner(string SessionId, DateTimeOffset? LeftAt);
}
