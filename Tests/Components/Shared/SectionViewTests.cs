using Bunit;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Shared;

public sealed class SectionViewTests : PageContext
{
    private static readonly Allergy Penicillin = new("a1", Sensitivity.None) { Name = new Coded("Penicillin", null, null) };

    [Fact]
    public void While_it_is_fetched_a_status_says_so_and_nothing_else_is_there()
    {
        Records.Waits<IReadOnlyList<Allergy>>();
        var view = Draw();
        Assert.Equal("status", view.Find("[data-testid=section-loading]").GetAttribute("role"));
        Assert.Equal("true", view.Find(".section").GetAttribute("aria-busy"));
        Assert.Empty(view.FindAll("[data-record]"));
    }

    [Fact]
    [Trait("clause", "C13")]
    public void What_cannot_be_audited_is_refused_in_words_and_never_fetched()
    {
        Audit.Broken = true;
        Records.Has(Penicillin);
        Assert.Equal(ProblemWords.Say(Refusal.NotAudited), Text(Draw(), "section-refused"));
        Assert.Empty(Records.Asked);
    }

    [Theory]
    [InlineData(RecordProblem.TooSlow)]
    [InlineData(RecordProblem.NotTheirs)]
    public void A_failure_says_why_and_offers_another_try(RecordProblem problem)
    {
        Records.Fails<IReadOnlyList<Allergy>>(problem);
        var view = Draw();
        Assert.StartsWith(ProblemWords.Say(problem), Text(view, "section-failed"), StringComparison.Ordinal);
        view.Find("[data-testid=section-again]").Click();
        Assert.Equal(1, again);
    }

    [Fact]
    public void An_empty_list_has_its_own_sentence()
    {
        Records.Has<Allergy>();
        Assert.Equal("No allergy.", Text(Draw(), "section-empty"));
    }

    [Fact]
    public void What_arrived_is_shown_with_its_origin_and_time()
    {
        Records.Has(Penicillin);
        var view = Draw();
        Assert.Equal("Penicillin", view.Find("[data-record]").TextContent);
        Assert.Equal("From the record system at 10:02 AM UTC", Text(view, "section-origin"));
        Assert.Empty(view.FindAll("[data-testid=section-incomplete]"));
    }

    [Fact]
    public void An_incomplete_list_is_said_to_be_so()
    {
        Records.HasPartOf(new Completeness(1, 57, 0, 0, CutOff: true), Penicillin);
        Assert.Equal("1 of 57 shown: the record system did not send the rest.", Text(Draw(), "section-incomplete"));
    }

    [Fact]
    public void An_empty_list_that_is_incomplete_says_both()
    {
        Records.HasPartOf<Allergy>(new Completeness(0, 3, 0, 0, CutOff: true));
        var view = Draw();
        Assert.StartsWith("0 of 3", Text(view, "section-incomplete"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C12")]
    public void After_a_wipe_nothing_of_it_is_left_on_the_page()
    {
        Records.Has(Penicillin);
        var view = Draw();
        Visit.Wipe();
        view.Render();
        Assert.DoesNotContain("Penicillin", view.Markup, StringComparison.Ordinal);
        Assert.Equal("This was removed from the server's memory.", Text(view, "section-wiped"));
    }

    private int again;

    private IRenderedComponent<SectionView<IReadOnlyList<Allergy>>> Draw() =>
        Render<SectionView<IReadOnlyList<Allergy>>>(p => p
            .Add(view => view.Held, Visit.Open(Sections.Allergies))
            .Add(view => view.Empty, "No allergy.")
            .Add(view => view.Again, () => again++)
            .Add(view => view.ChildContent, list => list[0].Name!.Text!));
}
