using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Components.Overview;

/// <summary>What the member owes by the claims that state it. Nothing is put together from other amounts, and a replaced claim does not count.</summary>
/// <param name="Total">Null when no claim states it, or when the currencies differ.</param>
/// <param name="Stating">Claims it was added up from.</param>
/// <param name="Silent">Claims that do not state it.</param>
public readonly record struct OwedTotal(Money? Total, int Stating, int Silent)
{
    internal static OwedTotal Of(IReadOnlyList<Claim> claims)
    {
        var debts = claims.Where(claim => claim.Stands).ToList();
        var stated = debts.Select(ClaimFigures.Owed).OfType<Figure>().Select(figure => figure.Amount).ToList();
        return new OwedTotal(Money.Sum(stated), stated.Count, debts.Count - stated.Count);
    }

    internal string Basis => (Total, Stating, Silent) switch
    {
        (_, 0, 0) => T("There is no claim to add up."),
        (_, 0, _) => T("None of {0} states what you owe.", Words.Count(Silent, T("claim"), T("claims"))),
        (null, _, _) => T("Claims state it in different currencies, so they are not added up."),
        (_, _, 0) => T("Added up from {0}; it may include what you have paid already.", Words.Count(Stating, T("claim"), T("claims"))),
        _ => T("Added up from {0}; {1} not state it. It may include what you have paid already.", Words.Count(Stating, T("claim"), T("claims")), Words.Count(Silent, T("more does"), T("more do"))),
    };

    public override string ToString() => nameof(OwedTotal);
}
