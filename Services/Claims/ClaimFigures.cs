using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Claims;

/// <summary>A claim's headline figures. A figure that the source does not state is null; one that was added up from lines says so.</summary>
public static class ClaimFigures
{
    /// <summary>The amount at claim level, else the sum over the lines; null when neither states it.</summary>
    public static Figure? Of(Claim claim, AmountKind kind)
    {
        foreach (var amount in claim.Amounts)
        {
            if (amount.Kind == kind && amount.Amount is { } stated)
                return new Figure(stated, FromLines: false);
        }
        var lines = claim.Lines.SelectMany(line => line.Amounts)
            .Where(amount => amount.Kind == kind && amount.Amount is not null)
            .Select(amount => amount.Amount!.Value);
        return Money.Sum(lines) is { } sum ? new Figure(sum, FromLines: true) : null;
    }

    /// <summary>What the member owes: only ever the stated member liability; never put together from other amounts. Null is "not stated".</summary>
    public static Figure? Owed(Claim claim) =>
        claim is { Use: "claim" or null, Status: "active" or null } ? Of(claim, AmountKind.MemberOwes) : null;

    /// <summary>The figure as pages show it: what is owed by the rule of <see cref="Owed"/>, everything else as stated.</summary>
    public static Figure? Shown(Claim claim, AmountKind kind) => kind == AmountKind.MemberOwes ? Owed(claim) : Of(claim, kind);
}
