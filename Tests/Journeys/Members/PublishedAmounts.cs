using System.Globalization;
using System.Text.Json;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Members;

/// <summary>The totals of a published claim, read from its file by code and as the page writes money.</summary>
internal static class PublishedAmounts
{
    internal static (string Number, IReadOnlyDictionary<string, string> Totals) Of(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(RepositoryRoot.File("RecordSystem", "Samples", "carin-bb", file)));
        var claim = json.RootElement;
        return (claim.GetProperty("identifier")[0].GetProperty("value").GetString()!,
            claim.GetProperty("total").EnumerateArray().ToDictionary(
                total => total.GetProperty("category").GetProperty("coding")[0].GetProperty("code").GetString()!,
                total => "$" + total.GetProperty("amount").GetProperty("value").GetDecimal().ToString("N2", CultureInfo.InvariantCulture)));
    }
}
