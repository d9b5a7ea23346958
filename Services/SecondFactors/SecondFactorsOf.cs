using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>What second factors an account has, to show to its owner.</summary>
public sealed class SecondFactorsOf(IDbContextFactory<PortalDb> store)
{
    /// <summary>Oldest first.</summary>
    public async Task<SecondFactorsView> ReadAsync(string accountId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var factors = await db.SecondFactors.AsNoTracking().Where(row => row.AccountId == accountId).OrderBy(row => row.AddedAt)
            .Select(row => new SecondFactorView(row.Id, row.Kind, row.Place, row.AddedAt, row.LastUsedAt)).ToListAsync(cancel);
        var userName = await db.Users.Where(user => user.Id == accountId).Select(user => user.UserName!).SingleAsync(cancel);
        return new(userName, factors, await db.RecoveryCodes.CountAsync(code => code.AccountId == accountId, cancel));
    }
}

/// <summary>An account's factors and how many recovery codes it has left.</summary>
public sealed record SecondFactorsView(string UserName, IReadOnlyList<SecondFactorView> Factors, int RecoveryCodesLeft);

/// <summary>One factor.</summary>
public sealed record SecondFactorView(string Id, SecondFactorKind Kind, SecondFactorPlace Place, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);
