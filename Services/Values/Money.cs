namespace PrivacyPortal.Services.Values;

/// <summary>An amount as the record states it. A missing amount is a null <c>Money?</c>, shown as "not stated", never zero.</summary>
/// <param name="Amount">The source's number, unrounded (published data carries floating-point noise; pages round to cents).</param>
/// <param name="Currency">ISO 4217 code; USD where the source names none.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    private const decimal HalfCent = 0.005m;

    /// <summary>The sum, or null when the currencies differ.</summary>
    public static Money? Sum(IEnumerable<Money> amounts)
    {
        Money? sum = null;
        foreach (var amount in amounts)
        {
            if (sum is { } so && so.Currency != amount.Currency)
                return null;
            sum = new Money((sum?.Amount ?? 0) + amount.Amount, amount.Currency);
        }
        return sum;
    }

    /// <summary>Whether two amounts are one to the cent: published data carries the noise of floating point. Of two currencies, never.</summary>
    public bool IsAsMuchAs(Money other) => Currency == other.Currency && Math.Abs(Amount - other.Amount) <= HalfCent;

    public override string ToString() => nameof(Money);
}
