using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Needs;

[Trait("clause", "C13")]
public sealed class PanelNeedsTests
{
    private static readonly TimeSpan Believed = new PanelOptions().Believed;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly PatientId Amy = PatientId.From("amy")!.Value;
    private static readonly PatientId Bob = PatientId.From("bob")!.Value;

    [Fact]
    public async Task A_practitioner_reads_the_panel_and_no_one_else()
    {
        var panel = new ArrangedPanel { ["Practitioner/7"] = [new(Amy, "CareTeam/1"), new(Amy, "ExplanationOfBenefit/9")] };
        await using var store = await AccessStore.StartAsync();
        store.Panel = panel;
        var doc = await store.WithAsync("doc", "Practitioner/7", Role.Provider);
        Assert.Null(await store.Get<PanelNeeds>().CheckAsync("doc", Stop));
        Assert.True(store.Ask(doc, Amy, Category.Results, PurposeOfUse.Treatment).Allowed);
        Assert.Equal((ItemCondition.OwnItems, "Practitioner/7"), Items(store.Ask(doc, Amy, Category.Claims, PurposeOfUse.Treatment)));
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(doc, Bob, Category.Results, PurposeOfUse.Treatment).Refusal);
        panel["Practitioner/7"] = [new(Bob, "Patient/bob")];
        Assert.Null(await store.Get<PanelNeeds>().CheckAsync("doc", Stop));
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(doc, Amy, Category.Results, PurposeOfUse.Treatment).Refusal);
        Assert.True(store.Ask(doc, Bob, Category.Results, PurposeOfUse.Treatment).Allowed);
    }

    [Fact]
    public async Task What_is_not_checked_again_runs_out()
    {
        var panel = new ArrangedPanel { ["Practitioner/7"] = [new(Amy, "CareTeam/1")] };
        await using var store = await AccessStore.StartAsync();
        store.Panel = panel;
        var doc = await store.WithAsync("doc", "Practitioner/7", Role.Provider);
        await store.Get<PanelNeeds>().CheckAsync("doc", Stop);
        store.Clock.Advance(Believed / 2);
        await store.Get<PanelNeeds>().CheckAsync("doc", Stop);
        store.Clock.Advance(Believed / 2);
        Assert.True(store.Ask(doc, Amy, Category.Results, PurposeOfUse.Treatment).Allowed);
        panel.Forget("Practitioner/7");
        var before = await store.EverythingAsync();
        Assert.Equal(NeedRefusal.NotThere, await store.Get<PanelNeeds>().CheckAsync("doc", Stop));
        Assert.Equal(before, await store.EverythingAsync());
        store.Clock.Advance(Believed / 2);
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(doc, Amy, Category.Results, PurposeOfUse.Treatment).Refusal);
    }

    [Fact]
    public async Task An_account_without_a_practice_has_no_panel()
    {
        await using var store = await AccessStore.StartAsync();
        store.Panel = new ArrangedPanel();
        await store.WithAsync("amy", "Patient/amy", Role.Member);
        Assert.Equal(NeedRefusal.NotYourOffice, await store.Get<PanelNeeds>().CheckAsync("amy", Stop));
    }

    private static (ItemCondition, string?) Items(AccessDecision decision) => (decision.Condition, decision.Items);
}
