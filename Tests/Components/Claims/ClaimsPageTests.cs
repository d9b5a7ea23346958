using Bunit;
using PrivacyPortal.Components.Claims;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Support.SampleClaims;

namespace PrivacyPortal.Tests.Components.Claims;

public sealed class ClaimsPageTests : PageContext
{
    [Fact]
    public void A_row_shows_the_stated_amounts_and_says_what_is_not_stated()
    {
        Records.Has(Claim("one", billed: 120.5m));
        var page = Render<ClaimsPage>();
        Assert.Equal(("$120.50", "not stated", "not stated"), (Text(page, "claim-billed"), Text(page, "claim-plan-paid"), Text(page, "claim-owed")));
    }

    [Fact]
    public void What_is_owed_is_never_put_together_from_other_amounts()
    {
        Records.Has(Claim("one") with { Amounts = [new(AmountKind.Copay, Dollars(20), null), new(AmountKind.Deductible, Dollars(80), null), new(AmountKind.MemberPaid, Dollars(100), null)] });
        Assert.Equal("not stated", Text(Render<ClaimsPage>(), "claim-owed"));
    }

    [Fact]
    public void The_count_says_how_many_of_how_many()
    {
        Records.Has([.. Enumerable.Range(0, 1200).Select(n => Claim($"c{n}", provider: n % 10 == 0 ? "Valley Imaging" : "Other"))]);
        var page = Render<ClaimsPage>();
        Assert.Equal("1,200 claims", Text(page, "claims-count"));
        page.Find("[data-testid=claims-text]").Input("imaging");
        Assert.Equal("120 of 1,200 claims", Text(page, "claims-count"));
        page.Find("[data-testid=claims-text]").Input("nobody");
        Assert.Empty(page.FindAll("[data-testid=claim-row]"));
        Assert.StartsWith("No claim matches", Text(page, "claims-none"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_chosen_order_is_shown_and_announced()
    {
        Records.Has(Claim("low", billed: 5), Claim("high", billed: 500), Claim("none"));
        var page = Render<ClaimsPage>();
        page.Find("[data-testid=claims-order]").Change(nameof(ClaimOrder.BilledMost));
        Assert.Equal(["$500.00", "$5.00", "not stated"], Texts(page, "claim-billed"));
        Assert.Equal("Billed", page.Find("th[aria-sort=descending]").TextContent);
    }

    [Fact]
    public void A_claim_opens_in_place_by_its_button_and_closes_again()
    {
        Records.Has(Claim("first"), Claim("second"), Claim("third"));
        var page = Render<ClaimsPage>();
        Assert.All(page.FindAll("[data-testid=claim-open]"), button => Assert.Equal(("BUTTON", "false"), (button.TagName, button.GetAttribute("aria-expanded"))));

        page.FindAll("[data-testid=claim-open]")[1].Click();
        Assert.Equal("second", Text(page, "claim-number"));
        Assert.Equal(["false", "true", "false"], page.FindAll("[data-testid=claim-open]").Select(button => button.GetAttribute("aria-expanded")));
        Assert.Equal("claim-row", page.Find("tr.detail").PreviousElementSibling!.GetAttribute("data-testid"));

        page.FindAll("[data-testid=claim-open]")[1].Click();
        Assert.Empty(page.FindAll("[data-testid=claim-detail]"));
        Assert.Equal(3, page.FindAll("[data-testid=claim-row]").Count);
    }

    [Fact]
    public void The_open_claim_tells_its_whole_story()
    {
        Records.Has(Claim("story", billed: 70) with
        {
            PaymentStatus = new Coded(null, "denied", null),
            Diagnoses = [new Coded("Hypertension", "I10", null), new Coded(null, null, null, Masked: true)],
            Lines = [new ClaimLine(1, new Coded(null, "99213", null)) { NoteNumbers = [1], Amounts = [new(AmountKind.PlanPaid, Dollars(12), null)] }],
            Notes = [new ClaimNote(1, "Over the allowed amount.")],
            Related = [("prior", "CL-1")],
        });
        var page = Render<ClaimsPage>();
        page.Find("[data-testid=claim-open]").Click();
        Assert.Equal("denied", Text(page, "claim-payment"));
        Assert.Equal("$12.00 added up from the lines", Text(page, "claim-detail-plan-paid"));
        Assert.Equal("not stated", Text(page, "claim-allowed"));
        Assert.Equal("Hypertension withheld", string.Join(' ', page.FindAll("[data-testid=claim-diagnoses] li").Select(li => li.TextContent.Trim())));
        Assert.Contains("99213", Text(page, "claim-line"), StringComparison.Ordinal);
        Assert.Equal("1. Over the allowed amount.", Text(page, "claim-notes"));
        Assert.Equal("Replaces claim CL-1", Text(page, "claim-related"));
    }

    [Fact]
    public void The_same_claim_and_the_same_amount_twice_are_shown_twice()
    {
        Claim twice = Claim("twice") with { Amounts = [new(AmountKind.Other, Dollars(3), null), new(AmountKind.Other, Dollars(3), null)] };
        Records.Has(twice, twice);
        var page = Render<ClaimsPage>();
        page.FindAll("[data-testid=claim-open]")[1].Click();
        Assert.Equal(["false", "true"], page.FindAll("[data-testid=claim-open]").Select(button => button.GetAttribute("aria-expanded")));
        Assert.Equal(2, page.FindAll("[data-testid=claim-amounts] dd").Count(dd => dd.TextContent.Contains("$3.00", StringComparison.Ordinal)));
    }

    [Fact]
    public void Markup_in_any_part_of_a_claim_stays_text()
    {
        const string Hostile = "<img src=x onerror=alert(1)>";
        Records.Has(Claim(Hostile, provider: Hostile, kind: Hostile) with
        {
            Disposition = Hostile,
            Notes = [new ClaimNote(1, Hostile)],
            Diagnoses = [new Coded(Hostile, null, null)],
            Lines = [new ClaimLine(1, new Coded(Hostile, null, null)) { Quantity = Hostile }],
            Related = [(Hostile, Hostile)],
            Supporting = [(new Coded(Hostile, null, null), Hostile)],
        });
        var page = Render<ClaimsPage>();
        page.Find("[data-testid=claim-open]").Click();
        Assert.Empty(page.FindAll("img"));
        Assert.Equal(Hostile, Text(page, "claim-number"));
    }

    [Fact]
    public void A_preauthorization_is_no_debt()
    {
        Records.Has(Claim("pre", owed: 900) with { Use = "preauthorization" });
        var page = Render<ClaimsPage>();
        page.Find("[data-testid=claim-open]").Click();
        Assert.Equal("not stated", Text(page, "claim-owed"));
        Assert.Contains("This is a preauthorization, not a claim", page.Find("[data-testid=claim-detail]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C12")]
    public void After_a_wipe_neither_list_nor_open_claim_is_left()
    {
        Records.Has(Claim("CL-77"), Claim("CL-78"));
        var page = Render<ClaimsPage>();
        page.FindAll("[data-testid=claim-open]")[0].Click();
        var table = page.FindComponent<ClaimsTable>().Instance;
        Visit.Wipe();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("table")));
        Assert.DoesNotContain("CL-77", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Dufour", page.Markup, StringComparison.Ordinal);
        var fields = typeof(ClaimsTable).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)
            .Where(field => field.Name is "from" or "found" or "before" or "after" or "open" or "focus").ToList();
        Assert.Equal(6, fields.Count);
        Assert.All(fields, field => Assert.True(field.GetValue(table) is null or System.Collections.ICollection { Count: 0 }, field.Name));
    }

    [Fact]
    [Trait("clause", "C11")]
    public void Neither_title_nor_any_link_holds_anything_of_a_claim()
    {
        Records.Has(Claim("CL-77", billed: 12));
        var page = Render<ClaimsPage>();
        page.Find("[data-testid=claim-open]").Click();
        Assert.Contains("CL-77", page.Markup, StringComparison.Ordinal);
        Assert.All(page.FindAll("[href],[action]"), link => Assert.DoesNotContain("77", link.GetAttribute("href") ?? link.GetAttribute("action"), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("clause", "C24")]
    public void What_narrows_the_list_can_be_unfolded_where_it_is_folded_away()
    {
        Records.Has(Claim("one"));
        var page = Render<ClaimsPage>();
        Assert.Equal("false", page.Find("[data-testid=claims-fold]").GetAttribute("aria-expanded"));
        page.Find("[data-testid=claims-fold]").Click();
        Assert.Equal("true", page.Find("[data-testid=claims-fold]").GetAttribute("aria-expanded"));
        Assert.Contains("unfolded", page.Find("search").ClassList);
    }
}
