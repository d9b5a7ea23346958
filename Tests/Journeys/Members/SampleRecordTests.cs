using System.Globalization;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Members;

/// <summary>Every sample member sees the whole of the own published record: as many of each kind as its README says, and the name with its marks.</summary>
[Collection(JourneyTests.Name)]
public sealed class SampleRecordTests(SharedPortal shared)
{
    [Theory]
    [InlineData("member-1", "carroll-ohara.json")]
    [InlineData("member-2", "gabriele-rohan.json")]
    [InlineData("member-3", "lean-davis.json")]
    [InlineData("member-4", "marcos-delagarza.json")]
    [InlineData("member-5", "margie-hettinger.json")]
    public async Task A_synthea_member_sees_what_the_README_counts(string member, string file)
    {
        var published = PublishedCounts.Of(file);
        await using var visitor = await shared.SignedInAsync(member);
        await visitor.ShownAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("member-name")).ToHaveTextAsync(published.Person);
        var born = DateOnly.ParseExact(published.BirthDate, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Assertions.Expect(visitor.Page.GetByTestId("member-birth-date")).ToContainTextAsync(born.Year.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(
            new Seen(published["EOB"], published["Cond"], published["Allergy"], published["Imm"], published["Team"], published["Enc"], published["Proc"], published["MedReq"], published["Obs"]),
            await SeenAsync(visitor));
    }

    [Theory]
    [InlineData("member-6", "Johnny Example1", 3, 2)]
    [InlineData("member-7", "Member 01 Test", 2, 1)]
    [InlineData("member-8", "John Doe", 0, 0)]
    [InlineData("member-9", "Jane Doe", 0, 1)]
    public async Task A_member_of_the_claim_and_card_examples_sees_claims_and_plans(string member, string name, int claims, int plans)
    {
        await using var visitor = await shared.SignedInAsync(member);
        await visitor.ShownAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("member-name")).ToContainTextAsync(name);
        Assert.Equal(new Seen(claims, 0, 0, 0, 0, 0, 0, 0, 0), await SeenAsync(visitor));
        await visitor.GoToAsync("/records/coverage");
        await Assertions.Expect(visitor.Page.GetByTestId("coverage-card")).ToHaveCountAsync(plans);
    }

    private static async Task<Seen> SeenAsync(PortalVisitor visitor)
    {
        var page = visitor.Page;
        await visitor.GoToAsync("/records/claims");
        var claims = await NumberAsync(page, "claims-count");
        await visitor.GoToAsync("/records/care");
        var (conditions, allergies, immunizations) = (await NumberAsync(page, "conditions-count"), await NumberAsync(page, "allergies-count"), await NumberAsync(page, "immunizations-count"));
        var (teams, visits, procedures) = (await NumberAsync(page, "care-teams-count"), await NumberAsync(page, "visits-count"), await NumberAsync(page, "procedures-count"));
        if (visits > 10)
            await page.GetByTestId("visits-item-all").ClickAsync();
        await Assertions.Expect(page.GetByTestId("visits-item")).ToHaveCountAsync(visits);
        await visitor.GoToAsync("/records/medications");
        var medicines = await NumberAsync(page, "medications-count") + await NumberAsync(page, "medications-before-count");
        await visitor.GoToAsync("/records/results");
        return new(claims, conditions, allergies, immunizations, teams, visits, procedures, medicines, await NumberAsync(page, "results-count"));
    }

    /// <summary>The number that stands there; a list without entries says so instead, and counts as 0.</summary>
    private static async Task<int> NumberAsync(IPage page, string testId)
    {
        var count = page.GetByTestId(testId);
        if (await count.CountAsync() == 0)
        {
            await Assertions.Expect(page.GetByTestId("section-empty")).ToBeVisibleAsync();
            return 0;
        }
        return int.Parse((await count.InnerTextAsync()).Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    private sealed record Seen(int Claims, int Conditions, int Allergies, int Immunizations, int Teams, int Visits, int Procedures, int Medicines, int Results);
}
