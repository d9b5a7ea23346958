using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>What the framework's passkey handler may know of the store: reading only. Accounts and factors are changed by the acts of this slice, with their audit rows.</summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class PasskeyStore(IDbContextFactory<PortalDb> store) : IUserPasskeyStore<PortalUser>
{
    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PortalUser user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var rows = await db.SecondFactors.AsNoTracking().Where(row => row.AccountId == user.Id && row.Kind == SecondFactorKind.Passkey).ToListAsync(cancellationToken);
        return [.. rows.Select(Info)];
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PortalUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await GetPasskeysAsync(user, cancellationToken)).SingleOrDefault(info => info.CredentialId.AsSpan().SequenceEqual(credentialId));

    public async Task<PortalUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => db.SecondFactors.Any(row => row.AccountId == user.Id && row.CredentialId == credentialId), cancellationToken);
    }

    public async Task<PortalUser?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == userId, cancellationToken);
    }

    public async Task<PortalUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedUserName == normalizedUserName, cancellationToken);
    }

    public Task<string> GetUserIdAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(PortalUser user, CancellationToken cancellationToken) => Task.FromResult(user.NormalizedUserName);

    public Task SetUserNameAsync(PortalUser user, string? userName, CancellationToken cancellationToken) => throw NotHere();

    public Task SetNormalizedUserNameAsync(PortalUser user, string? normalizedName, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> CreateAsync(PortalUser user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> UpdateAsync(PortalUser user, CancellationToken cancellationToken) => throw NotHere();

    public Task<IdentityResult> DeleteAsync(PortalUser user, CancellationToken cancellationToken) => throw NotHere();

    public Task AddOrUpdatePasskeyAsync(PortalUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw NotHere();

    public Task RemovePasskeyAsync(PortalUser user, byte[] credentialId, CancellationToken cancellationToken) => throw NotHere();

    public void Dispose()
    {
    }

    private static InvalidOperationException NotHere() => new("Accounts and passkeys are changed by their own acts.");

    // What the attestation said is not kept: nobody asks for it, and it could tell which device it was.
    private static UserPasskeyInfo Info(SecondFactorRow row) =>
        new(row.CredentialId!, row.PublicKey!, row.AddedAt, (uint)row.SignCount, transports: null, row.UserVerified, row.BackupEligible, row.BackedUp, [], []);
}
