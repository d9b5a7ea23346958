using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Needs;

/// <summary>What a member gives to another account of the own record: named categories and labels, until a day that is at most a year away.</summary>
/// <param name="ToUserName">The account's exact sign-in name: nobody browses people.</param>
/// <param name="Categories">What it opens.</param>
/// <param name="Sensitivity">The sensitive labels it opens as well.</param>
/// <param name="Until">When it is over.</param>
public sealed record Given(string ToUserName, Categories Categories, Sensitivity Sensitivity, DateTimeOffset Until)
{
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public override string ToString() => nameof(Given);
}

/// <summary>The rules of giving, whatever kind of need it becomes.</summary>
internal static class GivenByMember
{
    internal static async Task<NeedAnswer> GiveAsync(
        AccessChange change, TimeProvider clock, AuditAct act, Actor by, Given given, (NeedKind Kind, Role Role, PurposeOfUse Purpose) what, CancellationToken cancel)
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
            var account = await db.FindHolderAsync(given.ToUserName, what.Role, now, cancel);
            if (account is null || account == by.AccountId)
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
            return null;
        }, cancel);
        return refusal is null ? new NeedAnswer(id, null) : new NeedAnswer(null, refusal);
    }

    /// <summary>The account of this exact sign-in name, when it holds the role. An unknown name and a name without the role are the same to whoever asks.</summary>
    internal static async Task<string?> FindHolderAsync(this PortalDb db, string userName, Role role, DateTimeOffset now, CancellationToken cancel)
    {
        var normalized = userName.ToUpperInvariant();
        var account = await db.Users.Where(user => user.NormalizedUserName == normalized).Select(user => user.Id).SingleOrDefaultAsync(cancel);
        return account is not null && await db.HoldsAsync(account, role, now, cancel) ? account : null;
    }
}
