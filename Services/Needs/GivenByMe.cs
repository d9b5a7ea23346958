using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Needs;

/// <summary>What the member has given and closed, as it stands now, and what a gift would open before it is made.</summary>
public sealed class GivenByMe(IDbContextFactory<PortalDb> store, CurrentPolicy policy, TimeProvider clock)
{
    internal static readonly NeedKind[] Kinds = [NeedKind.PersonalRepresentative, NeedKind.BasicRepresentative, NeedKind.MemberPermission];

    private static readonly TimeSpan EndedShownFor = TimeSpan.FromDays(90);

    /// <summary>Live ones first, then those that ended in the last ninety days; empty when the account is no member's.</summary>
    public async Task<IReadOnlyList<GivenNeed>> ListAsync(Actor member, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.OwnRecord?.Value is not { } own)
            return [];
        await using var db = await store.CreateDbContextAsync(cancel);
        var (now, since) = (clock.GetUtcNow(), clock.GetUtcNow() - EndedShownFor);
        return [.. (await db.Needs.AsNoTracking().Where(row => row.Subject == own && Kinds.Contains(row.Kind) && row.Until > since)
            .Join(db.Users, row => row.AccountId, user => user.Id, (row, user) => new GivenNeed(
                row.Id, row.Kind, user.UserName!, row.Categories, row.Sensitivity, row.From, row.Until, row.Until > now)).ToListAsync(cancel))
            .OrderByDescending(given => given.Live).ThenByDescending(given => given.From)];
    }

    /// <summary>The live restrictions, newest first.</summary>
    public async Task<IReadOnlyList<AskedRestriction>> RestrictionsAsync(Actor member, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.OwnRecord?.Value is not { } own)
            return [];
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Restrictions.AsNoTracking().Where(row => row.Subject == own && row.LiftedAt == null).OrderByDescending(row => row.From)
            .Select(row => new AskedRestriction(row.Id, new Closing(row.Categories, row.Labels, row.Role, row.AccountId), row.From)).ToListAsync(cancel);
    }

    /// <summary>"See what they will see": one decision for each category, by the engine that will decide in earnest, with the restrictions as they stand (C13).</summary>
    public IReadOnlyList<AccessDecision> Preview(Actor member, Categories categories, Sensitivity labels, bool full)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.OwnRecord is not { } own)
            return [];
        var now = clock.GetUtcNow();
        var need = new Need(nameof(Preview), full ? NeedKind.PersonalRepresentative : NeedKind.BasicRepresentative, nameof(Preview), own,
            PurposeOfUse.PatientRequest, categories, labels, now, now + Given.Longest, member.AccountId, null);
        return NeedPreview.Of(policy.Snapshot.Facts, need, Role.Representative, now);
    }
}

/// <summary>Something given, in the member's list. The name is the sign-in name of whoever showed the code.</summary>
public sealed record GivenNeed(
    string Id, NeedKind Kind, string To, Categories Categories, Sensitivity Sensitivity, DateTimeOffset From, DateTimeOffset Until, bool Live)
{
    public override string ToString() => nameof(GivenNeed);
}

/// <summary>A restriction in the member's list.</summary>
public sealed record AskedRestriction(string Id, Closing Closing, DateTimeOffset From)
{
    public override string ToString() => nameof(AskedRestriction);
}
