using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Needs;

/// <summary>
/// Makes the code by which a member names this account as representative or designee. The account shows it; the member types it. So nobody finds out by
/// trying names who has an account, and nobody is named who did not agree to it (C13).
/// </summary>
public sealed class ShowCode(AccessChange change, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private static readonly Role[] May = [Role.Representative, Role.ClinicianDesignee];

    /// <summary>The new code, which replaces the one before; or why there is none.</summary>
    public async Task<(string? Code, NeedRefusal? Refusal)> RunAsync(Actor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var code = HandoverCode.New();
        var entry = new AuditEntry(AuditAct.CodeShown, Allowed: false) { Account = by.AccountId, Session = by.SessionId };
        var refusal = await change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (!await db.LiveGrants(now).AnyAsync(grant => grant.AccountId == by.AccountId && May.Contains(grant.Role), cancel))
                return NeedRefusal.NotYourOffice;
            var (digest, until) = (HandoverCode.Digest(code)!, now + Lasts);
            if (await db.ShownCodes.SingleOrDefaultAsync(row => row.AccountId == by.AccountId, cancel) is { } shown)
                (shown.Digest, shown.Until) = (digest, until);
            else
                db.ShownCodes.Add(new ShownCodeRow { AccountId = by.AccountId, Digest = digest, Until = until });
            return null;
        }, cancel);
        return refusal is null ? (code, null) : (null, refusal);
    }
}
