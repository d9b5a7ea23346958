using Bunit;
using PrivacyPortal.Components.Care;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Shared;

/// <summary>The life of a page of the record, on the medicines page: it holds while it is there and no longer.</summary>
[Trait("clause", "C12")]
public sealed class RecordPageTests : PageContext
{
    private static readonly MedicationOrder Lisinopril = new("m1", Sensitivity.None) { Medicine = new Coded("Lisinopril", null, null), Status = "active" };

    public RecordPageTests() => Records.Has(Lisinopril);

    [Fact]
    public void Entering_opens_exactly_the_page_s_sections()
    {
        var page = Render<MedicationsPage>();
        Assert.Equal(["MedicationOrder"], Records.Asked);
        Assert.Equal("1", Text(page, "medications-count"));
        Assert.Equal("Status okay: everything that was asked for is shown.", Text(page, "page-status"));
    }

    [Fact]
    public async Task Leaving_closes_what_it_held()
    {
        Render<MedicationsPage>();
        Assert.Equal(1, Visit.Now.Sections);
        await DisposeComponentsAsync();
        Assert.Equal((0, 0), (Visit.Now.Sections, (int)HeldNow.Sections));
    }

    [Fact]
    public async Task A_left_page_asks_for_nothing_when_the_connection_returns()
    {
        Render<MedicationsPage>();
        await DisposeComponentsAsync();
        Visit.Return();
        Assert.Equal(["MedicationOrder"], Records.Asked);
    }

    [Fact]
    public void A_wipe_empties_the_page_at_once()
    {
        var page = Render<MedicationsPage>();
        Visit.Wipe();
        page.WaitForAssertion(() => Assert.DoesNotContain("Lisinopril", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=medications-count]"));
        Assert.Equal("What this page showed has been removed.", Text(page, "page-status"));
    }

    [Fact]
    public void A_return_opens_the_sections_anew_after_a_new_decision()
    {
        var page = Render<MedicationsPage>();
        Visit.Wipe();
        Visit.Return();
        page.WaitForAssertion(() => Assert.Contains("Lisinopril", page.Markup, StringComparison.Ordinal));
        Assert.Equal(2, Audit.Entries.Count);
        Assert.Equal(1, Visit.Now.Sections);
    }

    [Fact]
    public void Show_again_after_a_wipe_asks_anew()
    {
        var page = Render<MedicationsPage>();
        Visit.Wipe();
        page.WaitForElement("[data-testid=section-again]").Click();
        page.WaitForAssertion(() => Assert.Contains("Lisinopril", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void After_the_end_the_page_opens_nothing_again()
    {
        var page = Render<MedicationsPage>();
        Visit.End();
        page.WaitForElement("[data-testid=section-again]").Click();
        page.WaitForAssertion(() => Assert.Contains("Sign in again", Text(page, "section-refused"), StringComparison.Ordinal));
        Assert.Equal(["MedicationOrder"], Records.Asked);
    }

    [Fact]
    public void The_chip_says_what_the_server_holds_and_since_when()
    {
        var chip = Render<HeldNowChip>();
        Assert.Equal("Nothing of your record is in the server's memory.", Text(chip, "held-now"));
        Visit.Open(Sections.Medications);
        chip.WaitForAssertion(() => Assert.Equal("1 part of your record is in the server's memory since 10:02 AM UTC; leaving this page removes it.", Text(chip, "held-now")));
        Visit.Open(Sections.Medications);
        chip.WaitForAssertion(() => Assert.StartsWith("2 parts of your record are", Text(chip, "held-now"), StringComparison.Ordinal));
        Visit.Wipe();
        chip.WaitForAssertion(() => Assert.StartsWith("Nothing", Text(chip, "held-now"), StringComparison.Ordinal));
    }
}
