using PrivacyPortal.Components.Claims;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;
using static PrivacyPortal.Tests.Support.SampleClaims;

namespace PrivacyPortal.Tests.Components.Claims;

public sealed class ClaimQueryTests
{
    private static readonly Claim[] All =
    [
        Claim("old", "2019-05-01", billed: 10, owed: 0),
        Claim("new", "2026-01-02", kind: "Pharmacy", provider: "Main Street Pharmacy", billed: 300, owed: 5.5m),
        Claim("undated", null, billed: 20),
        Claim("silent", "2024-07-07", provider: null),
    ];

    [Theory]
    [InlineData(ClaimOrder.NewestFirst, "new silent old undated")]
    [InlineData(ClaimOrder.OldestFirst, "old silent new undated")]
    [InlineData(ClaimOrder.BilledMost, "new undated old silent")]
    [InlineData(ClaimOrder.BilledLeast, "old undated new silent")]
    [InlineData(ClaimOrder.OwedMost, "new old undated silent")]
    [InlineData(ClaimOrder.OwedLeast, "old new undated silent")]
    public void What_is_not_stated_comes_last_in_either_direction(ClaimOrder order, string expected) =>
        Assert.Equal(expected, Found(new ClaimQuery(Order: order)));

    [Theory]
    [InlineData("", "new silent old undated")]
    [InlineData("amelie", "old undated")]
    [InlineData("MAIN pharm", "new")]
    [InlineData("old", "old")]
    [InlineData("amelie nothing", "")]
    [InlineData("<script>", "")]
    [InlineData("   ", "new silent old undated")]
    public void Text_finds_every_word_whatever_its_case_and_accents(string text, string expected) =>
        Assert.Equal(expected, Found(new ClaimQuery(text)));

    [Fact]
    public void A_kind_is_chosen_from_those_that_occur()
    {
        Assert.Equal(["Pharmacy", "Professional"], ClaimQuery.Kinds(All));
        Assert.Equal("new", Found(new ClaimQuery(Kind: "Pharmacy")));
    }

    [Fact]
    public void A_year_is_chosen_from_those_that_occur()
    {
        Assert.Equal([2026, 2024, 2019], ClaimQuery.Years(All));
        Assert.Equal("silent", Found(new ClaimQuery(Year: 2024)));
    }

    [Fact]
    public void A_stay_over_new_year_is_found_in_both_years()
    {
        var stay = Claim("stay") with { Serviced = new TimeRange(PartialDate.Parse("2024-12-30"), PartialDate.Parse("2025-01-02")) };
        Assert.Equal(["stay", "stay"], new[] { 2024, 2025 }.Select(year => Assert.Single(new ClaimQuery(Year: year).Of([stay])).Number));
    }

    [Fact]
    [Trait("clause", "C11")]
    public void A_query_prints_nothing_of_what_was_typed() => Assert.Equal("ClaimQuery", new ClaimQuery("secret words").ToString());

    private static string Found(ClaimQuery query) => string.Join(' ', query.Of(All).Select(claim => claim.Number));
}
