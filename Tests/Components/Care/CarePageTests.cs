using Bunit;
using PrivacyPortal.Components.Care;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Care;

public sealed class CarePageTests : PageContext
{
    private static Coded Named(string name) => new(name, null, null);

    public CarePageTests()
    {
        Records.Has<Condition>();
        Records.Has<Allergy>();
        Records.Has<Immunization>();
        Records.Has<CareTeam>();
        Records.Has<Visit>();
        Records.Has<Procedure>();
    }

    [Fact]
    public void Each_kind_has_its_count_and_an_empty_one_its_own_sentence()
    {
        Records.Has(new Condition("c1", Sensitivity.None) { Name = Named("Asthma") }, new Condition("c2", Sensitivity.BehavioralHealth) { Name = Named("Anxiety") });
        var page = Render<CarePage>();
        Assert.Equal(
            ["2", "0", "0", "0", "0", "0"],
            new[] { "conditions", "allergies", "immunizations", "care-teams", "visits", "procedures" }.Select(kind => Text(page, kind + "-count")));
        Assert.Equal(5, page.FindAll("[data-testid=section-empty]").Count);
        Assert.Equal(["Sensitive: mental health"], Texts(page, "sensitive"));
    }

    [Fact]
    public void A_long_list_starts_short_and_opens_whole()
    {
        Records.Has([.. Enumerable.Range(0, 214).Select(n => new Visit($"v{n}", Sensitivity.None) { Kind = Named("Check-up") })]);
        var page = Render<CarePage>();
        Assert.Equal("214", Text(page, "visits-count"));
        Assert.Equal(10, page.FindAll("[data-testid=visits-item]").Count);
        page.Find("[data-testid=visits-item-all]").Click();
        Assert.Equal(214, page.FindAll("[data-testid=visits-item]").Count);
    }

    [Fact]
    public void The_same_entry_twice_is_shown_twice()
    {
        Records.Has(new Immunization("i1", Sensitivity.None) { Vaccine = Named("Influenza") }, new Immunization("i1", Sensitivity.None) { Vaccine = Named("Influenza") });
        Assert.Equal(2, Render<CarePage>().FindAll("[data-testid=immunizations-item]").Count);
    }

    [Fact]
    public void An_onset_in_words_is_shown_in_its_words()
    {
        Records.Has(new Condition("c1", Sensitivity.None) { Name = Named("Asthma"), OnsetWords = "in childhood" });
        Assert.Contains("began: in childhood", Text(Render<CarePage>(), "conditions-item"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_high_risk_is_said_in_words_and_not_by_colour_alone()
    {
        Records.Has(new Allergy("a1", Sensitivity.None) { Name = Named("Penicillin"), Criticality = "high" });
        Assert.Contains("High risk", Text(Render<CarePage>(), "allergies-item"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C24")]
    public void One_kind_that_fails_leaves_the_others()
    {
        Records.Fails<IReadOnlyList<Procedure>>(RecordProblem.Unreachable);
        var page = Render<CarePage>();
        Assert.Single(page.FindAll("[data-testid=section-failed]"));
        Assert.Empty(page.FindAll("[data-testid=procedures-count]"));
        Assert.Equal("Not shown: 1 part of this page. Each says why.", Text(page, "page-status"));
    }
}
