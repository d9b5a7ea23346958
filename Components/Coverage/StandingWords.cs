using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Coverage;

namespace PrivacyPortal.Components.Coverage;

/// <summary>How a plan stands today, in words: an old one has expired, a coming one says when it starts.</summary>
internal static class StandingWords
{
    internal static string Say(PlanCoverage plan, CardStanding standing) => standing switch
    {
        CardStanding.InForce => T("In force"),
        CardStanding.Ended => T("Expired"),
        CardStanding.NotYet when plan.Period.Start is { } start => T("Starts on {0}", DateWords.Say(start)),
        CardStanding.NotYet => T("Not in force yet"),
        CardStanding.NoCard => T("Not in force today"),
    };

    /// <summary>As they are asked for: those in force by their order of payment, then those to come, then the old ones, the last first.</summary>
    internal static IReadOnlyList<PlanCoverage> InOrder(IEnumerable<PlanCoverage> plans, DateOnly today) =>
        [.. plans.Select(plan => (plan, standing: CardState.Of(plan, today)))
            .OrderBy(each => each.standing switch { CardStanding.InForce => 0, CardStanding.NotYet => 1, CardStanding.Ended => 2, CardStanding.NoCard => 3 })
            .ThenBy(each => each.plan.Order ?? int.MaxValue)
            .ThenByDescending(each => each.plan.Period.End?.Latest ?? DateOnly.MaxValue)
            .Select(each => each.plan)];
}
