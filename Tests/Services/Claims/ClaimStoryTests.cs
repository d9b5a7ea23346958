using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;
using static PrivacyPortal.Tests.Support.SampleClaims;

namespace PrivacyPortal.Tests.Services.Claims;

public sealed class ClaimStoryTests
{
    [Fact]
    public void Coinsurance_is_told_as_a_percentage_only_when_it_gives_the_amount_to_the_cent()
    {
        var exact = OwedShare.Explaining(With((AmountKind.MemberOwes, 42.10m), (AmountKind.Coinsurance, 42.10m), (AmountKind.Allowed, 210.50m)));
        Assert.Equal((20, Dollars(210.50m)), (exact[0].Percent!.Value, exact[0].Base!.Value));
        var odd = OwedShare.Explaining(With((AmountKind.MemberOwes, 42m), (AmountKind.Coinsurance, 42m), (AmountKind.Allowed, 210.50m)));
        Assert.Null(Assert.Single(odd).Percent);
    }

    [Fact]
    public void Shares_that_do_not_add_up_explain_nothing_and_are_shown_as_a_contradiction()
    {
        var claim = With((AmountKind.MemberOwes, 50), (AmountKind.Copay, 20), (AmountKind.Deductible, 10));
        Assert.Empty(OwedShare.Explaining(claim));
        var mismatch = Assert.Single(ClaimMismatch.All(claim));
        Assert.Equal((MismatchKind.SharesAndOwed, Dollars(50), Dollars(30)), (mismatch.Kind, mismatch.Stated, mismatch.Other));
    }

    [Fact]
    public void Lines_that_add_up_to_another_total_are_named_with_both_numbers()
    {
        var claim = With((AmountKind.Billed, 100)) with
        {
            Lines = [new ClaimLine(1, null) { Amounts = [new(AmountKind.Billed, Dollars(60), null)] }, new ClaimLine(2, null) { Amounts = [new(AmountKind.Billed, Dollars(30), null)] }],
        };
        var mismatch = Assert.Single(ClaimMismatch.All(claim));
        Assert.Equal((MismatchKind.LinesAndTotal, Dollars(100), Dollars(90)), (mismatch.Kind, mismatch.Stated, mismatch.Other));
        Assert.Equal(Dollars(100), ClaimFigures.Of(claim, AmountKind.Billed)!.Value.Amount);
    }

    [Fact]
    public void A_figure_is_traced_to_its_category_and_its_lines()
    {
        var claim = Claim("one") with { Lines = [new ClaimLine(7, null) { Amounts = [new(AmountKind.Copay, Dollars(5), new Coded(null, "copay", null))] }] };
        var trace = AmountTrace.Of(claim, AmountKind.Copay)!;
        Assert.Equal((Dollars(5), "copay", 7), (trace.Amount, trace.Source!.Code, Assert.Single(trace.Lines)));
    }

    [Fact]
    public void The_time_for_an_appeal_counts_from_a_whole_day_and_not_for_a_replaced_claim()
    {
        var decided = Claim("one") with { Decided = PartialDate.Parse("2026-01-01") };
        Assert.Equal(new DateOnly(2026, 6, 30), AppealTime.LastDay(decided, 180));
        Assert.Null(AppealTime.LastDay(decided with { Decided = PartialDate.Parse("2026") }, 180));
        Assert.Null(AppealTime.LastDay(decided with { Related = [("replacedby", "two")] }, 180));
    }

    [Fact]
    public void A_related_claim_is_found_by_its_number_unless_two_have_it()
    {
        Claim[] claims = [Claim("a"), Claim("b"), Claim("b")];
        Assert.Same(claims[0], RelatedClaims.Find(claims, "a"));
        Assert.Null(RelatedClaims.Find(claims, "b"));
        Assert.Same(claims[0], RelatedClaims.Find(claims, "ExplanationOfBenefit/a"));
    }

    [Fact]
    public void A_year_counts_by_month_and_kind_and_leaves_replaced_and_cancelled_claims_out()
    {
        var year = YearOfClaims.Of(
            [
                Claim("a", "2026-02-03", owed: 10), Claim("b", "2026-02-09", kind: "Pharmacy", owed: 5), Claim("c", "2026", owed: 1), Claim("d", "2025-02-03", owed: 99),
                Claim("e", "2026-02-03", owed: 99) with { Status = "cancelled" }, Claim("f", "2026-02-03", owed: 99) with { Related = [("replacedby", "a")] }, Claim("g", "2026-03-01"),
            ], 2026, AmountKind.MemberOwes);
        Assert.Equal((Dollars(16), 3, 1), (year.Total!.Value, year.Counted, year.Silent));
        Assert.Equal([2, null], year.Months.Select(month => month.Month));
        Assert.Equal(Dollars(15), year.Months[0].Total);
    }

    [Fact]
    public void The_plans_count_and_the_claims_sum_are_both_kept_when_they_disagree()
    {
        var claim = With((AmountKind.Deductible, 40)) with { Decided = PartialDate.Parse("2026-01-09"), Balances = [new BenefitBalance(new Coded(null, "deductible", null), Dollars(500), Dollars(75))] };
        var progress = BenefitProgress.Of([claim], [], 2026)[0];
        Assert.True(progress.Disagrees);
        Assert.Equal((Dollars(500), Dollars(75), Dollars(40)), (progress.Limit!.Value, progress.Stated!.Value, progress.Recomputed!.Value));
    }

    private static Claim With(params (AmountKind Kind, decimal Amount)[] amounts) =>
        Claim("one") with { Amounts = [.. amounts.Select(one => new ClaimAmount(one.Kind, Dollars(one.Amount), null))] };
}
