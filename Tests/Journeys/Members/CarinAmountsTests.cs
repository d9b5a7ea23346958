using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Members;

/// <summary>The amounts of the published CARIN claims stand on the page as they were published, under the right words.</summary>
[Collection(JourneyTests.Name)]
public sealed class CarinAmountsTests(SharedPortal shared)
{
    /// <summary>Which value on the page is which category of the guide.</summary>
    private static readonly Dictionary<string, string> Places = new()
    {
        ["submitted"] = "claim-detail-billed", ["eligible"] = "claim-allowed", ["benefit"] = "claim-detail-plan-paid", ["discount"] = "claim-discount", ["deductible"] = "claim-deductible",
        ["copay"] = "claim-copay", ["noncovered"] = "claim-not-covered", ["memberliability"] = "claim-detail-owed", ["paidbypatient"] = "claim-member-paid",
    };

    [Theory]
    [InlineData("member-6", "ExplanationOfBenefit-EOBInpatient2.json", 7)]
    [InlineData("member-6", "ExplanationOfBenefit-EOBOutpatient2.json", 6)]
    [InlineData("member-6", "ExplanationOfBenefit-EOBProfessional2.json", 7)]
    [InlineData("member-7", "ExplanationOfBenefit-EOBPharmacy1.json", 3)]
    [InlineData("member-7", "ExplanationOfBenefit-EOBOral1.json", 4)]
    public async Task Every_total_of_the_file_stands_on_the_page(string member, string file, int totals)
    {
        var (number, published) = PublishedAmounts.Of(file);
        Assert.Equal(totals, published.Count);
        await using var visitor = await shared.SignedInAsync(member);
        await OpenAsync(visitor, number);
        foreach (var (code, amount) in published)
        {
            if (code == "paidtoprovider")
                await Assertions.Expect(visitor.Page.GetByTestId("claim-amounts").Locator(".fact", new() { HasText = "Paid to the provider" })).ToContainTextAsync(amount);
            else
                await Assertions.Expect(visitor.Page.GetByTestId(Places[code])).ToContainTextAsync(amount);
        }
    }

    /// <summary>By hand from the README and the files, so that an error of reading shared by page and test would show.</summary>
    [Fact]
    public async Task The_inpatient_claim_reads_as_its_README_says()
    {
        await using var visitor = await shared.SignedInAsync("member-6");
        await OpenAsync(visitor, "InpatientEOBExample1");
        foreach (var (place, amount) in new[]
        {
            ("claim-detail-billed", "$7,147.20"), ("claim-allowed", "$1,542.01"), ("claim-copay", "$120.00"), ("claim-detail-plan-paid", "$1,393.57"), ("claim-deductible", "$0.00"),
            ("claim-not-covered", "$0.00"), ("claim-detail-owed", "$0.00"), ("claim-discount", "not stated"), ("claim-coinsurance", "not stated"), ("claim-member-paid", "not stated"),
        })
            await Assertions.Expect(visitor.Page.GetByTestId(place)).ToContainTextAsync(amount);
    }

    private static async Task OpenAsync(PortalVisitor visitor, string number)
    {
        await visitor.GoToAsync("/records/claims");
        await visitor.Page.GetByTestId("claims-text").FillAsync(number);
        await Assertions.Expect(visitor.Page.GetByTestId("claim-row")).ToHaveCountAsync(1);
        await visitor.Page.GetByTestId("claim-open").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("claim-number")).ToContainTextAsync(number);
    }
}
