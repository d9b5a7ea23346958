using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <summary>The browsers in which an account has signed in with its personal password: four at most, the one not used for longest goes first.</summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class KnownDevices(IDbContextFactory<PortalDb> store, ThrottleKey key, TimeProvider clock)
{
    internal const int MostForAnAccount = 4;

    /// <summary>Remembers the browser that the account just signed in with. The cookie that it is to carry; null while the password is not a personal one.</summary>
    public async Task<string?> RememberAsync(string accountId, string? cookie, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var account = await db.Users.AsNoTracking().SingleAsync(user => user.Id == accountId, cancel);
        if (account.PasswordState != PasswordState.Personal)
            return null;
        var known = await db.KnownDevices.Where(device => device.AccountId == accountId).OrderByDescending(device => device.LastUsedAt).ToListAsync(cancel);
        if (known.Find(device => device.Digest == DeviceCookie.DigestIn(cookie, account.NormalizedUserName!, key)) is { } again)
        {
            again.LastUsedAt = clock.GetUtcNow();
            await db.SaveChangesAsync(cancel);
            return cookie;
        }
        var made = DeviceCookie.Make(account.NormalizedUserName!, key);
        db.KnownDevices.RemoveRange(known.Skip(MostForAnAccount - 1));
        db.KnownDevices.Add(new KnownDevice { Digest = DeviceCookie.DigestIn(made, account.NormalizedUserName!, key)!, AccountId = accountId, LastUsedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        return made;
    }
}
