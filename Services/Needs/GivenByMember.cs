using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Needs;

/// <summary>What a member gives to another account of the own record: named categories and labels, until a day that is at most a year away.</summary>
/// <param name="Code">The code that the other account shows on its own page: see <see cref="ShowCode"/>.</param>
/// <param name="Categories">What it opens.</param>
/// <param name="Sensitivity">The sensitive labels it opens as well.</param>
/// <param name="Until">When it is over.</param>
public sealed record Given(string Code, Categories Categories, Sensitivity Sensitivity, DateTimeOffset Until)
{
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public override string ToString() => nameof(Given);
}

/// <summary>The rules of giving, whatever kind of need it becomes.</summary>
internal static class GivenByMember
{
    internal static async Task<NeedAnswer> GiveAsync(
        AccessChange change, ITellMember tell, TimeProvider clock, AuditAct act, Actor by, Given given, (NeedKind Kind, Role Role, PurposeOfUse Purpose) what, CancellationToken cancel)
    {
        var id = Guid.NewGuid().ToString("N");
        var entry = new AuditEntry(act, Allowed: false)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Subject = by.OwnRecord?.Value,
            Need = what.Kind,
            Purpose = what.Purpose,
            Target = id,
        };
        var refusal = await change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (by.OwnRecord is not { } own || !await db.HoldsAsync(by.AccountId, Role.Member, now, cancel))
                return NeedRefusal.NotYourOffice;
            if (given.Categories == Categories.None || (given.Categories & ~Categories.All) != 0)
                return NeedRefusal.BadCategories;
            if (given.Until <= now || given.Until - now > Given.Longest)
                return NeedRefusal.BadPeriod;
            if (await db.TakeCodeAsync(given.Code, what.Role, now, cancel) is not { } account || account == by.AccountId)
                return NeedRefusal.NoSuchPerson;
            db.Needs.Add(new NeedRow
            {
                Id = id,
                Kind = what.Kind,
                AccountId = account,
                Subject = own.Value,
                Purpose = what.Purpose,
                Categories = given.Categories,
                Sensitivity = given.Sensitivity & SensitiveOnlyWhenNamed.Every,
                From = now,
                Until = given.Until,
                EstablishedBy = by.AccountId,
            });
            await tell.EncloseAsync(db, own, NoticeKind.AccessGranted, cancel);
            return null;
        }, cancel);
        return refusal is null ? new NeedAnswer(id, null) : new NeedAnswer(null, refusal);
    }

    /// <summary>The account that shows this code and holds the role; the code is used up. An unknown, an old and a used one are the same to whoever asks.</summary>
    private static async Task<string?> TakeCodeAsync(this PortalDb db, string code, Role role, DateTimeOffset now, CancellationToken cancel)
    {
        var digest = HandoverCode.Digest(code);
        var shown = await db.ShownCodes.SingleOrDefaultAsync(row => row.Digest == digest && row.Until > now, cancel);
        if (shown is null || !await db.HoldsAsync(shown.AccountId, role, now, cancel))
            return null;
        db.ShownCodes.Remove(shown);
        return shown.AccountId;
    }
}
