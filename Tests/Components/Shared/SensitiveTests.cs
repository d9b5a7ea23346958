using Bunit;
using PrivacyPortal.Components.Care;
using PrivacyPortal.Components.Overview;
using PrivacyPortal.Components.Results;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Shared;

/// <summary>What is sensitive is marked in words, and one touch takes it out of every list, count, total and chart of this screen.</summary>
public sealed class SensitiveTests : PageContext
{
    private static Coded Named(string name) => new(name, name, null);

    private static MedicationOrder[] Orders =>
    [
        new("1", Sensitivity.None) { Medicine = Named("Ibuprofen"), Status = "active" },
        new("2", Sensitivity.Hiv) { Medicine = Named("Tenofovir"), Status = "active" },
    ];

    [Fact]
    public void One_touch_hides_it_and_its_count_and_the_next_shows_it_again()
    {
        Records.Has(Orders);
        var page = Render<MedicationsPage>();
        Assert.Equal("2", Text(page, "medications-count"));
        Assert.Equal(["Sensitive: HIV"], Texts(page, "sensitive"));
        Assert.Contains("looking over your shoulder", Text(page, "cover-says"), StringComparison.Ordinal);
        page.Find("[data-testid=cover-turn]").Click();
        Assert.Equal("1", Text(page, "medications-count"));
        Assert.DoesNotContain("Tenofovir", page.Markup, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("[data-testid=cover-turn]").GetAttribute("aria-pressed"));
        page.Find("[data-testid=cover-turn]").Click();
        Assert.Contains("Tenofovir", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_nothing_else_does_not_say_that_there_is_nothing()
    {
        Records.Has(Orders[1]);
        var page = Render<MedicationsPage>();
        page.Find("[data-testid=cover-turn]").Click();
        Assert.Equal("Nothing is here besides what may be hidden on this screen.", Text(page, "section-empty"));
    }

    [Fact]
    public void A_total_is_added_up_from_what_is_shown()
    {
        static Claim Owing(string id, Sensitivity labels, decimal amount) => new(id, labels)
        {
            Status = "active",
            Amounts = [new ClaimAmount(AmountKind.MemberOwes, new Money(amount, "USD"), new Coded("owed", "memberliability", null))],
        };
        Records.Is(new MemberIdentity("p1", Sensitivity.None) { Name = new PersonName("Amy Example") });
        Records.Has<PlanCoverage>();
        Records.Has(Owing("1", Sensitivity.None, 40), Owing("2", Sensitivity.BehavioralHealth, 60));
        var page = Render<OverviewPage>();
        Assert.Equal("$100.00", Text(page, "owed-total"));
        page.Find("[data-testid=cover-turn]").Click();
        Assert.Equal("$40.00", Text(page, "owed-total"));
    }

    [Fact]
    public void A_chart_is_drawn_from_what_is_shown()
    {
        static Observation Count(string id, string day, Sensitivity labels) => new(id, labels)
        {
            Name = Named("CD4"), Status = "final", Value = new ObservedValue("5", 5m), Taken = new TimeRange(PartialDate.Parse(day), null),
        };
        Records.Has(Count("1", "2026-01-01", Sensitivity.Hiv), Count("2", "2026-02-01", Sensitivity.Hiv), Count("3", "2026-03-01", Sensitivity.None));
        var page = Render<ResultsPage>();
        Assert.Single(page.FindAll("[data-testid=trend]"));
        page.Find("[data-testid=cover-turn]").Click();
        Assert.Empty(page.FindAll("[data-testid=trend]"));
        Assert.Equal("1 result", Text(page, "results-count"));
    }

    [Fact, Trait("clause", "C13")]
    public void It_says_who_else_could_see_it_now()
    {
        Records.Has(Orders);
        var page = Render<MedicationsPage>();
        Assert.Empty(page.FindAll("[data-testid=who-else-now]"));
        page.Find("[data-testid=who-else]").Click();
        Assert.StartsWith("Nobody but you, at this moment.", Text(page, "who-else-now"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_members_record_has_no_such_switch()
    {
        Records.Has(Orders);
        var record = Visit.OpenOther(PatientId.From("p2")!.Value, PurposeOfUse.Treatment);
        var page = Render<MedicationsPage>(parameters => parameters.AddCascadingValue(record));
        Assert.Empty(page.FindAll("[data-testid=cover]"));
    }

    [Fact]
    public void What_is_not_a_list_of_a_record_is_left_as_it_is()
    {
        var cover = new ScreenCover();
        cover.Turn();
        var person = new MemberIdentity("p1", Sensitivity.Other) { Name = new PersonName("Amy Example") };
        Assert.Same(person, cover.Of(person));
        IReadOnlyList<MedicationOrder> orders = Orders;
        Assert.Same(cover.Of(orders), cover.Of(orders));
        Assert.Equal(["1"], cover.Of(orders).Select(order => order.Id));
    }
}
