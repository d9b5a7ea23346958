using Bunit;
using PrivacyPortal.Components.Coverage;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Coverage;

public sealed class CoveragePageTests : PageContext
{
    [Fact]
    public void A_plan_says_whether_it_is_in_force_and_keeps_leading_zeros()
    {
        Records.Has(
            new PlanCoverage("c1", Sensitivity.None) { Status = "active", PlanName = "Silver", MemberNumber = "000 451", Classes = [new(new Coded("RX BIN", "rxbin", null), "004336", null)] },
            new PlanCoverage("c2", Sensitivity.None) { Status = "entered-in-error", PlanName = "Basic" });
        var page = Render<CoveragePage>();
        Assert.Equal("2 plans", Text(page, "coverage-count"));
        Assert.Equal(["In force", "Not in force today"], Texts(page, "coverage-state"));
        Assert.Equal(["active", "entered in error"], Texts(page, "coverage-status"));
        Assert.Equal(["000 451", "not stated"], Texts(page, "coverage-member-number"));
        Assert.Contains("004336", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cost_is_an_amount_or_words_with_its_exceptions()
    {
        Records.Has(new PlanCoverage("c1", Sensitivity.None)
        {
            Costs = [new(new Coded("Visit", null, null), new Money(20, "USD"), null, null, []), new(new Coded(null, "specialist", null), null, "20 %", null, [new Coded("Retired", null, null)])],
        });
        var costs = Text(Render<CoveragePage>(), "coverage-costs");
        Assert.Contains("$20.00", costs, StringComparison.Ordinal);
        Assert.Contains("20 %", costs, StringComparison.Ordinal);
        Assert.Contains("Except: Retired", costs, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_read_from_the_claims_says_so()
    {
        Records.Has(new PlanCoverage("c1", Sensitivity.None) { PlanName = "Silver", ReadFromClaims = true });
        Assert.Contains("read from your claims", Text(Render<CoveragePage>(), "coverage-card"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-07-01", null, "In force")]
    [InlineData(null, "2026-07", "In force")]
    [InlineData("2026-07-02", null, "Starts on July 2, 2026")]
    [InlineData("2025", "2026-06-30", "Expired")]
    [InlineData("2025", "2026-07-01", "In force")]
    public void A_plan_begins_and_ends_with_the_day(string? from, string? until, string said)
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, 23, 59, 0, TimeSpan.Zero));
        Records.Has(new PlanCoverage("c1", Sensitivity.None) { Status = "active", Period = new(PartialDate.Parse(from), PartialDate.Parse(until)) });
        Assert.Equal(said, Text(Render<CoveragePage>(), "coverage-state"));
    }

    [Fact]
    public void The_plan_that_pays_first_stands_first_and_an_old_one_last()
    {
        Records.Has(
            new PlanCoverage("old", Sensitivity.None) { Status = "active", MemberNumber = "old", Period = new(null, PartialDate.Parse("2001")) },
            new PlanCoverage("second", Sensitivity.None) { Status = "active", MemberNumber = "second", Order = 2 },
            new PlanCoverage("draft", Sensitivity.None) { Status = "draft", MemberNumber = "draft" },
            new PlanCoverage("first", Sensitivity.None) { Status = "active", MemberNumber = "first", Order = 1 },
            new PlanCoverage("next", Sensitivity.None) { Status = "active", MemberNumber = "next", Period = new(PartialDate.Parse("2999"), null) });
        Assert.Equal(["first", "second", "next", "old", "draft"], Texts(Render<CoveragePage>(), "coverage-member-number"));
    }
}
