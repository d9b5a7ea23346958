using System.Text.Json;
using PrivacyPortal.RecordSystem.Generate;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

public sealed class GenerateTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);
    private static readonly byte[] Plan = Written(40, 5);
    private static readonly List<JsonElement> All = [.. JsonDocument.Parse(Plan).RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource"))];

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        Assert.True(Written(8, 5).AsSpan().SequenceEqual(Written(8, 5)));
        Assert.False(Written(8, 5).AsSpan().SequenceEqual(Written(8, 6)));
    }

    [Fact]
    public void What_is_made_up_is_taken_whole_and_writing_it_straight_gives_the_same()
    {
        using var folder = new RecordSystemFolder();
        var report = folder.Import(folder.Write(Written(8, 5)));
        Assert.Empty(report.Reasons);
        Assert.True(report.Added > 200);
        var before = folder.Dump();
        new GeneratedPlan(8, 5, null, Day).WriteTo(folder.Database, DateTimeOffset.UtcNow);
        Assert.Equal(before, folder.Dump());
    }

    [Fact]
    public void Every_claim_adds_up_in_its_lines_and_in_its_totals()
    {
        var claims = Of("ExplanationOfBenefit").ToList();
        Assert.Equal(["institutional", "pharmacy", "professional"],
            claims.Select(claim => claim.GetProperty("type").GetProperty("coding")[0].GetProperty("code").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(claims, claim =>
        {
            var totals = Amounts(claim.GetProperty("total"));
            AssertAddsUp(totals);
            var lines = claim.GetProperty("item").EnumerateArray().Select(item => Amounts(item.GetProperty("adjudication"))).ToList();
            Assert.All(lines, AssertAddsUp);
            Assert.All(totals, total => Assert.Equal(total.Value, lines.Sum(line => line[total.Key])));
            Assert.Equal(totals["benefit"], claim.GetProperty("payment").GetProperty("amount").GetProperty("value").GetDecimal());
        });
    }

    [Fact]
    public void Nobody_pays_more_deductible_in_a_year_than_the_plan_has()
    {
        var perYear = Of("ExplanationOfBenefit").GroupBy(claim =>
                (claim.GetProperty("patient").GetProperty("reference").GetString(), claim.GetProperty("billablePeriod").GetProperty("start").GetString()![..4]))
            .Select(year => year.Sum(claim => Amounts(claim.GetProperty("total"))["deductible"])).ToList();
        Assert.All(perYear, deductible => Assert.InRange(deductible, 0, Claim.YearlyDeductible));
        Assert.Contains(Claim.YearlyDeductible, perYear);
    }

    [Theory]
    [InlineData("PSY")]
    [InlineData("ETH")]
    [InlineData("HIV")]
    [InlineData("SEX")]
    public void Some_records_are_labelled_sensitive(string label) =>
        Assert.Contains(All, resource => resource.TryGetProperty("meta", out var meta) && meta.GetProperty("security")[0].GetProperty("code").GetString() == label);

    [Fact]
    public void Every_reference_leads_to_something_in_the_bundle()
    {
        var there = All.Select(resource => $"{resource.GetProperty("resourceType")}/{resource.GetProperty("id")}").ToHashSet();
        var references = All.SelectMany(References).Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(there.Contains(reference), reference));
    }

    [Fact]
    public void Members_have_their_own_numbers_and_the_first_has_as_many_claims_as_asked()
    {
        Assert.Equal(40, Of("Patient").Select(patient => patient.GetProperty("identifier")[0].GetProperty("value").GetString()).Distinct().Count());
        Assert.Equal(1200, new GeneratedPlan(1, 5, 1200, Day).Resources().Count(resource => (string?)resource["resourceType"] == "ExplanationOfBenefit"));
    }

    private static byte[] Written(int members, int seed)
    {
        using var stream = new MemoryStream();
        new GeneratedPlan(members, seed, null, Day).WriteTo(stream);
        return stream.ToArray();
    }

    private static IEnumerable<JsonElement> Of(string type) => All.Where(resource => resource.GetProperty("resourceType").GetString() == type);

    private static Dictionary<string, decimal> Amounts(JsonElement parts) => parts.EnumerateArray().Where(part => part.TryGetProperty("amount", out _)).ToDictionary(
        part => part.GetProperty("category").GetProperty("coding")[0].GetProperty("code").GetString()!, part => part.GetProperty("amount").GetProperty("value").GetDecimal());

    private static void AssertAddsUp(Dictionary<string, decimal> amounts)
    {
        Assert.Equal(amounts["submitted"], amounts["eligible"] + amounts["discount"]);
        Assert.Equal(amounts["eligible"], amounts["benefit"] + amounts["memberliability"]);
        Assert.Equal(amounts["memberliability"], amounts["deductible"] + amounts["copay"] + amounts["coinsurance"] + amounts["noncovered"]);
        Assert.All(amounts.Values, amount => Assert.True(amount >= 0));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(part => part.Name == "reference" ? [part.Value.GetString()!] : References(part.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
