using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Components.Shared;

/// <summary>An amount rounded to cents, half away from zero. The currency is the record's.</summary>
internal static class MoneyWords
{
    internal static string Say(Money money)
    {
        var cents = decimal.Round(money.Amount, 2, MidpointRounding.AwayFromZero);
        var number = Math.Abs(cents).ToString("N2", Words.Culture);
        return (cents < 0 ? "\u2212" : "") + (money.Currency == "USD" ? "$" + number : money.Currency + "\u00a0" + number);
    }
}
