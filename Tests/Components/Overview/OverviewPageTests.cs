using Bunit;
using PrivacyPortal.Components.Overview;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Support.SampleClaims;

namespace PrivacyPortal.Tests.Components.Overview;

public sealed class OverviewPageTests : PageContext
{
    private static readonly MemberIdentity Maria = new("p1", Sensitivity.None)
    {
        Name = new PersonName("María José Núñez"),
        BirthDate = PartialDate.Parse("1954-06"),
        MemberNumbers = ["M-1", "M-2"],
    };

    [Fact]
    public void It_says_who_one_is_what_plan_is_in_force_and_what_is_owed()
    {
        Records.Is(Maria);
        Records.Has(
            new PlanCoverage("past", Sensitivity.None) { Status = "active", PlanName = "Old plan", Period = new(null, PartialDate.Parse("2025-12")) },
            new PlanCoverage("now", Sensitivity.None) { Status = "active", PlanName = "Silver", Period = new(PartialDate.Parse("2026"), null) });
        Records.Has([.. Enumerable.Range(0, 7).Select(n => Claim($"c{n}", owed: 2))]);
        var page = Render<OverviewPage>();
        Assert.Equal(("María José Núñez", "June 1954", "M-1M-2"), (Text(page, "member-name"), Text(page, "member-birth-date"), Text(page, "member-number").Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(["Yes: Silver."], Texts(page, "plan-in-force"));
        Assert.Equal(5, page.FindAll("[data-testid=latest-claim]").Count);
        Assert.Equal("$14.00", Text(page, "owed-total"));
        Assert.Equal("Your newest claim: Dr. Amélie Dufour, January 2, 2026.", Text(page, "newest-claim"));
        Assert.Single(page.FindAll("h1"));
        Assert.Equal(3, Visit.Now.Sections);
    }

    [Fact]
    public void A_record_without_a_member_number_says_that_there_is_none()
    {
        Records.Is(Maria with { MemberNumbers = [] });
        Records.Has<PlanCoverage>();
        Records.Has<Claim>();
        Assert.Equal("not stated", Text(Render<OverviewPage>(), "member-number"));
    }

    [Fact]
    [Trait("clause", "C24")]
    public void One_part_that_failed_leaves_the_others_and_is_reported_once_at_the_top()
    {
        Records.Is(Maria);
        Records.Fails<IReadOnlyList<PlanCoverage>>(RecordProblem.Failed);
        Records.Has(Claim("c"));
        var page = Render<OverviewPage>();
        Assert.Equal("Not shown: 1 part of this page. Each says why.", Text(page, "page-status"));
        Assert.Equal("not stated", Text(page, "owed-total"));
        Assert.Equal("María José Núñez", Text(page, "member-name"));
    }

    [Fact]
    [Trait("clause", "C24")]
    public void The_questions_of_a_member_stand_first_each_with_a_way_further_and_fail_one_by_one()
    {
        Records.Is(Maria);
        Records.Fails<IReadOnlyList<Claim>>(RecordProblem.Failed);
        Records.Has(new PlanCoverage("past", Sensitivity.None) { Status = "active", PlanName = "Old plan", Period = new(null, PartialDate.Parse("2025-12")) });
        var page = Render<OverviewPage>();
        page.WaitForAssertion(() => Assert.Equal("The list could not be read now.", Text(page, "last-look")), TimeSpan.FromSeconds(10));
        Assert.Equal(["Am I covered?", "What do I owe?", "What is new?", "Who looked at my record?"], page.FindAll("h2").Take(4).Select(heading => heading.TextContent));
        Assert.Equal(("No: none of 1 plan in your record is in force today.", "Old plan: until December 2025"), (Text(page, "no-plan-in-force"), Text(page, "plan-nearest")));
        Assert.Equal("Nothing new from the plan.", Text(page, "new-messages"));
        Assert.Empty(page.FindAll("[data-testid=newest-claim]"));
        Assert.Equal(["/records/coverage", "/messages", "/who-looked"], page.FindAll(".questions a").Select(link => link.GetAttribute("href")));
    }
}
