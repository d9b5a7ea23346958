using Microsoft.AspNetCore.Identity;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Passwords;

/// <summary>
/// Hashes and checks passwords with PBKDF2-HMAC-SHA512, Identity's format: the hash carries its own count, so that the count can be raised.
/// Work waits in a bounded queue: sign-ins never take the last core from people who are reading.
/// </summary>
[Enforces(Clauses.NothingWrittenDown)]
public sealed class PasswordHashing : IDisposable
{
    /// <summary>At or above OWASP's count for PBKDF2-HMAC-SHA512 (210,000).</summary>
    public const int Iterations = 220_000;

    private readonly PasswordHasher<PortalUser> hasher;
    private readonly SemaphoreSlim cores = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly PortalUser anyone = new();
    private readonly string nobodysHash;

    public PasswordHashing() : this(Iterations)
    {
    }

    /// <summary>At another cost: tests of what is around a hash would otherwise spend their time in it.</summary>
    internal PasswordHashing(int iterations)
    {
        hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        nobodysHash = hasher.HashPassword(anyone, Guid.NewGuid().ToString());
    }

    /// <summary>The hash to store.</summary>
    public Task<string> HashAsync(string password, CancellationToken cancel) =>
        InQueueAsync(() => hasher.HashPassword(anyone, PasswordRules.Canonical(password)), cancel);

    /// <summary>Checks a password. A null hash (unknown name, closed account) costs the same and is never right.</summary>
    public Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancel) =>
        InQueueAsync(() =>
        {
            var answer = hasher.VerifyHashedPassword(anyone, hash ?? nobodysHash, PasswordRules.Canonical(password));
            return hash is null ? PasswordVerificationResult.Failed : answer;
        }, cancel);

    public void Dispose() => cores.Dispose();

    private async Task<T> InQueueAsync<T>(Func<T> work, CancellationToken cancel)
    {
        await cores.WaitAsync(cancel);
        try
        {
            return await Task.Run(work, cancel);
        }
        finally
        {
            cores.Release();
        }
    }
}
