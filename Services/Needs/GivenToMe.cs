using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Needs;

/// <summary>For whom the account acts: what members gave it and is live now, read from the policy in force.</summary>
public sealed class GivenToMe(CurrentPolicy policy, TimeProvider clock)
{
    /// <summary>Raised when it may have changed.</summary>
    public event Action? Changed
    {
        add => policy.Changed += value;
        remove => policy.Changed -= value;
    }

    /// <summary>The live needs that members gave the account as representative, the newest first.</summary>
    public IReadOnlyList<Need> List(Actor representative)
    {
        ArgumentNullException.ThrowIfNull(representative);
        var now = clock.GetUtcNow();
        return [.. policy.Snapshot.Facts.Needs.Where(need => need.Account == representative.AccountId && need.From <= now && now < need.Until
            && need.Kind is NeedKind.PersonalRepresentative or NeedKind.BasicRepresentative).OrderByDescending(need => need.From)];
    }
}
