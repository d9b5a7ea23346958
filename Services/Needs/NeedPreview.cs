using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Needs;

/// <summary>What a need would open, category by category, by the same engine, before it is made: "see what they will see".</summary>
public static class NeedPreview
{
    /// <summary>One decision for each category, of someone who holds only this role and this need; restrictions count as they stand.</summary>
    public static IReadOnlyList<AccessDecision> Of(PolicyFacts facts, Need need, Role role, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(need);
        var snapshot = PolicySnapshot.Compile(facts with { Needs = [need], Accounts = [] });
        var actor = new Actor(need.Account, nameof(NeedPreview), new HashSet<Role> { role }, null, HasPersonalPassword: true);
        return [.. Enum.GetValues<Category>().Select(category =>
            snapshot.Decide(new AccessRequest(actor, need.Subject, category, need.Purpose, snapshot.Facts.Needs[0].Sensitivity & SensitiveOnlyWhenNamed.Every), now))];
    }

    /// <summary>What an actor may open of a record now for a purpose, category by category, and why the rest is closed. Reads nothing and discloses nothing.</summary>
    public static IReadOnlyList<AccessDecision> Now(AccessPolicy policy, Actor actor, PatientId subject, PurposeOfUse purpose, Sensitivity labels = Sensitivity.None)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. Enum.GetValues<Category>().Select(category => policy.Decide(new AccessRequest(actor, subject, category, purpose, labels)))];
    }
}
