using PrivacyPortal.Services.Coverage;

namespace PrivacyPortal.Components.Coverage;

/// <summary>How a card stands.</summary>
internal enum CardStanding
{
    /// <summary>Cancelled, a draft, or entered in error: there is no card.</summary>
    NoCard,
    InForce,
    Ended,
    NotYet,
}

/// <summary>Whether a coverage has a card, and what stands in its square code: the numbers of the plan, and nothing of the member.</summary>
internal static class CardState
{
    internal static CardStanding Of(PlanCoverage plan, DateOnly today)
    {
        if (plan.Status is not "active")
            return CardStanding.NoCard;
        if (plan.InForceOn(today))
            return CardStanding.InForce;
        return plan.Period.End is { } end && end.Latest < today ? CardStanding.Ended : CardStanding.NotYet;
    }

    internal static string Code(PlanCoverage plan)
    {
        string?[] lines = [Line("PAYER", plan.Payer), Line("PLAN", plan.PlanNumber ?? plan.PlanName), Line("GROUP", plan.GroupNumber ?? plan.GroupName),
            .. plan.Classes.Where(part => part.Kind?.Code is "rxbin" or "rxpcn" or "rxgroup").Select(part => Line(part.Kind!.Code!.ToUpperInvariant(), part.Value))];
        return string.Join('\n', lines.OfType<string>().DefaultIfEmpty("PLAN"));
    }

    internal static string PharmacyWord(string code) => code switch
    {
        "rxbin" => "RxBIN",
        "rxpcn" => "RxPCN",
        "rxgroup" => "RxGroup",
        _ => "RxID",
    };

    // a square code holds little: long names are cut
    private static string? Line(string name, string? value) => string.IsNullOrWhiteSpace(value) ? null : $"{name}:{(value.Length > 60 ? value[..60] : value)}";
}
