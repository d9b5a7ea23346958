namespace PrivacyPortal.Services.Access;

/// <summary>C13: a sensitive label that the member asked to be closed is named by no need any more, whoever named it; only a recorded emergency names it.</summary>
internal static class MemberMayCloseALabel
{
    /// <summary>The facts, with every need naming no more labels than the member left open.</summary>
    internal static PolicyFacts Apply(PolicyFacts facts)
    {
        var closed = (facts.Restrictions ?? []).Where(restriction => restriction?.Labels is not (null or 0)).ToLookup(restriction => restriction.Subject);
        return closed.Count == 0 ? facts : facts with { Needs = [.. (facts.Needs ?? []).Select(need => need is null ? need! : Without(need, closed[need.Subject]))] };
    }

    private static Need Without(Need need, IEnumerable<Restriction> restrictions)
    {
        if (need.Kind == NeedKind.Emergency)
            return need;
        foreach (var restriction in restrictions.Where(restriction => restriction.Account is null || restriction.Account == need.Account))
            need = need with { Sensitivity = need.Sensitivity & ~restriction.Labels };
        return need;
    }
}
