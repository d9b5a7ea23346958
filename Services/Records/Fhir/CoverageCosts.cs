using System.Text.Json;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Costs to the beneficiary: an amount, a percentage, or only words, as insurance cards print them.</summary>
internal static class CoverageCosts
{
    public static IReadOnlyList<CoverageCost> Of(JsonElement coverage)
    {
        var costs = new List<CoverageCost>();
        foreach (var cost in coverage.Items("costToBeneficiary"u8))
        {
            var (money, quantity) = (cost.Object("valueMoney"u8), cost.Object("valueQuantity"u8));
            costs.Add(new CoverageCost(
                Concepts.Read(cost.Object("type"u8)), Amounts.Money(money), Amounts.Quantity(quantity),
                WordsOf(money) ?? WordsOf(quantity) ?? WordsOf(cost), ExceptionsOf(cost)));
        }
        return costs;
    }

    private static string? WordsOf(JsonElement element)
    {
        foreach (var extension in element.Items("extension"u8))
        {
            if (extension.Text("url"u8) is { } url && url.EndsWith("/C4DIC-BeneficiaryCostString-extension", StringComparison.Ordinal))
                return extension.Text("valueString"u8);
        }
        return null;
    }

    private static List<Coded> ExceptionsOf(JsonElement cost)
    {
        var exceptions = new List<Coded>();
        foreach (var exception in cost.Items("exception"u8))
        {
            if (Concepts.Read(exception.Object("type"u8)) is { } kind)
                exceptions.Add(kind);
        }
        return exceptions;
    }
}
