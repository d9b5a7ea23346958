using System.Text.Json;
using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>The accumulators that a claim carries (<c>benefitBalance.financial</c>), where they are amounts.</summary>
internal static class BenefitBalances
{
    public static IReadOnlyList<BenefitBalance> All(JsonElement eob)
    {
        var balances = new List<BenefitBalance>();
        foreach (var balance in eob.Items("benefitBalance"u8))
        {
            foreach (var financial in balance.Items("financial"u8))
            {
                var (allowed, used) = (Amounts.Money(financial.Object("allowedMoney"u8)), Amounts.Money(financial.Object("usedMoney"u8)));
                if (allowed is not null || used is not null)
                    balances.Add(new BenefitBalance(Concepts.Read(financial.Object("type"u8)), allowed, used));
            }
        }
        return balances;
    }
}
