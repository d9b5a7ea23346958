using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Support;

internal static class SampleClaims
{
    internal static Claim Claim(string number, string? date = "2026-01-02", string? provider = "Dr. Amélie Dufour", string kind = "Professional", decimal? billed = null, decimal? owed = null) => new(number, Sensitivity.None)
    {
        Number = number,
        Status = "active",
        Use = "claim",
        Provider = provider,
        Kind = new Coded(kind, null, null),
        Serviced = PartialDate.Parse(date) is { } day ? TimeRange.At(day) : default,
        Amounts = [.. Stated(AmountKind.Billed, billed), .. Stated(AmountKind.MemberOwes, owed)],
    };

    internal static Money Dollars(decimal amount) => new(amount, "USD");

    private static IEnumerable<ClaimAmount> Stated(AmountKind kind, decimal? amount) =>
        amount is { } stated ? [new ClaimAmount(kind, Dollars(stated), null)] : [];
}
