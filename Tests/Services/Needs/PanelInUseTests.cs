using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Needs;

[Trait("clause", "C13")]
public sealed class PanelInUseTests
{
    private static readonly PatientId Amy = PatientId.From("amy")!.Value;
    private static readonly PanelOptions Every = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_panel_is_checked_when_a_practice_comes_in_and_again_while_it_is_there()
    {
        await using var store = await AccessStore.StartAsync();
        var panel = new ArrangedPanel { ["Practitioner/7"] = [new(Amy, "CareTeam/1")] };
        store.Panel = panel;
        var doc = await store.WithAsync("doc", "Practitioner/7", Role.Provider);
        var inUse = new PanelInUse(store.Get<PanelNeeds>(), Options.Create(Every), store.Clock, NullLogger<PanelInUse>.Instance);
        await inUse.CheckAsync(doc, Stop);
        Assert.True(store.Ask(doc, Amy, Category.Results, PurposeOfUse.Treatment).Allowed);
        panel["Practitioner/7"] = [];
        store.Clock.Advance(Every.CheckEvery / 2);
        await inUse.CheckAllAsync([doc, doc], Stop);
        Assert.True(store.Ask(doc, Amy, Category.Results, PurposeOfUse.Treatment).Allowed);
        store.Clock.Advance(Every.CheckEvery / 2);
        await inUse.CheckAllAsync([doc, doc], Stop);
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(doc, Amy, Category.Results, PurposeOfUse.Treatment).Refusal);
        Assert.Equal(["PanelChecked done", "PanelChecked done"], (await store.AuditAsync()).Where(line => line.StartsWith("PanelChecked", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_open_record_closes_at_once_when_it_is_of_the_panel_no_more_and_nothing_is_written_while_it_is()
    {
        await using var store = await AccessStore.StartAsync();
        var panel = new ArrangedPanel { ["Practitioner/7"] = [new(Amy, "CareTeam/1")] };
        store.Panel = panel;
        var doc = await store.WithAsync("doc", "Practitioner/7", Role.Provider);
        var inUse = new PanelInUse(store.Get<PanelNeeds>(), Options.Create(Every), store.Clock, NullLogger<PanelInUse>.Instance);
        await inUse.CheckAsync(doc, Stop);
        var before = await store.EverythingAsync();
        await inUse.CheckOpenAsync([(doc, Amy)], Stop);
        panel.Forget("Practitioner/7");
        await inUse.CheckOpenAsync([(doc, Amy)], Stop);
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Single(await store.AuditAsync(), line => line.StartsWith("PanelChecked", StringComparison.Ordinal));
        panel["Practitioner/7"] = [];
        await inUse.CheckOpenAsync([(doc, Amy)], Stop);
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(doc, Amy, Category.Results, PurposeOfUse.Treatment).Refusal);
    }

    [Fact]
    public async Task Whoever_has_no_practice_is_not_asked_about()
    {
        await using var store = await AccessStore.StartAsync();
        store.Panel = new ArrangedPanel();
        var sam = await store.WithAsync("sam", null, Role.Support);
        var inUse = new PanelInUse(store.Get<PanelNeeds>(), Options.Create(Every), store.Clock, NullLogger<PanelInUse>.Instance);
        await inUse.CheckAllAsync([sam], Stop);
        Assert.DoesNotContain("PanelChecked", string.Join(' ', await store.AuditAsync()), StringComparison.Ordinal);
    }
}
