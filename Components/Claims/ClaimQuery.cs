using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Components.Claims;

/// <summary>Which claims are looked for and in which order. Pure; it never leaves the page, neither to an address nor to a log (C11).</summary>
public sealed record ClaimQuery(string Text = "", string Kind = "", int? Year = null, ClaimOrder Order = ClaimOrder.NewestFirst)
{
    internal IReadOnlyList<Claim> Of(IReadOnlyList<Claim> claims)
    {
        var found = claims.Where(Matches);
        return Order switch
        {
            ClaimOrder.NewestFirst => [.. found.OrderBy(Undated).ThenByDescending(Day)],
            ClaimOrder.OldestFirst => [.. found.OrderBy(Undated).ThenBy(Day)],
            ClaimOrder.BilledMost => ByAmount(found, Billed, descending: true),
            ClaimOrder.BilledLeast => ByAmount(found, Billed, descending: false),
            ClaimOrder.OwedMost => ByAmount(found, Owed, descending: true),
            ClaimOrder.OwedLeast => ByAmount(found, Owed, descending: false),
        };
    }

    internal bool Narrows => Text.Length > 0 || Kind.Length > 0 || Year is not null;

    public override string ToString() => nameof(ClaimQuery);

    /// <summary>The kinds that occur, for the choice.</summary>
    internal static IReadOnlyList<string> Kinds(IReadOnlyList<Claim> claims) =>
        [.. claims.Select(claim => claim.Kind?.Label).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The years of service that occur, newest first.</summary>
    internal static IReadOnlyList<int> Years(IReadOnlyList<Claim> claims) =>
        [.. claims.Select(Day).OfType<PartialDate>().Select(day => day.Year).Distinct().OrderDescending()];

    private bool Matches(Claim claim) =>
        (Kind.Length == 0 || string.Equals(claim.Kind?.Label, Kind, StringComparison.OrdinalIgnoreCase))
        && (Year is null || Day(claim)?.Year == Year || claim.Serviced.End?.Year == Year)
        && TextMatch.EveryWord(Text, [claim.Number, claim.Provider, claim.Kind?.Label, claim.PaymentStatus?.Label,
            .. claim.Diagnoses.Select(diagnosis => diagnosis.Label), .. claim.Lines.Select(line => line.Service?.Label)]);

    private static Claim[] ByAmount(IEnumerable<Claim> claims, Func<Claim, decimal?> amount, bool descending)
    {
        var sorted = claims.Select(claim => (claim, amount: amount(claim))).OrderBy(pair => pair.amount is null);
        return [.. (descending ? sorted.ThenByDescending(pair => pair.amount) : sorted.ThenBy(pair => pair.amount)).Select(pair => pair.claim)];
    }

    private static PartialDate? Day(Claim claim) => claim.Serviced.Start ?? claim.Serviced.End ?? claim.Decided;

    private static bool Undated(Claim claim) => Day(claim) is null;

    private static decimal? Billed(Claim claim) => ClaimFigures.Of(claim, AmountKind.Billed)?.Amount.Amount;

    private static decimal? Owed(Claim claim) => ClaimFigures.Owed(claim)?.Amount.Amount;
}
