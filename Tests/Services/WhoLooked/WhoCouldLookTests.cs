using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Services.WhoLooked;
using PrivacyPortal.Tests.Services.Needs;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.WhoLooked;

[Trait("clause", "C13")]
public sealed class WhoCouldLookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly PatientId Amy = PatientId.From("amy")!.Value;

    [Fact]
    public async Task Everyone_with_a_live_need_is_listed_with_exactly_what_the_engine_opens_to_them()
    {
        await using var store = await AccessStore.StartAsync();
        store.Panel = new ArrangedPanel { ["Practitioner/7"] = [new PanelEntry(Amy, "CareTeam/1")] };
        var amy = await store.WithAsync("amy", "Patient/amy", Role.Member);
        var (doc, sam) = (await store.WithAsync("doc", "Practitioner/7", Role.Provider), await store.WithAsync("sam", null, Role.Support));
        await store.WithAsync("eve", null, Role.Support);
        await store.Get<PanelNeeds>().CheckAsync("doc", Stop);
        await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        var could = store.Get<WhoCouldLook>().Read(amy)!;
        Assert.Equal(["doc", "sam"], could.Select(one => one.Account));
        foreach (var (one, actor, purpose) in could.Zip([(doc, PurposeOfUse.Treatment), (sam, PurposeOfUse.Operations)], (one, who) => (one, who.Item1, who.Item2)))
        {
            foreach (var category in Enum.GetValues<Category>())
            {
                var scope = store.Ask(actor, Amy, category, purpose).Scope;
                Assert.Equal((scope == Scope.Full, scope == Scope.Limited), (one.Full.Contains(category), one.Limited.Contains(category)));
            }
        }
        Assert.Equal([Role.Provider], store.Get<WhoCouldLook>().InAnEmergency(amy));
    }

    [Fact]
    public async Task A_sensitive_entry_could_be_seen_only_by_whom_names_its_label()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, sam) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("sam", null, Role.Support));
        await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        var could = store.Get<WhoCouldLook>();
        Assert.Equal("sam", Assert.Single(could.OfEntry(amy, Category.Coverage, Sensitivity.None)!).Account);
        Assert.Empty(could.OfEntry(amy, Category.Coverage, Sensitivity.Hiv)!);
        Assert.Empty(could.OfEntry(amy, Category.Results, Sensitivity.None)!);
        Assert.Null(could.OfEntry(sam, Category.Coverage, Sensitivity.None));
    }

    [Fact]
    public async Task Who_is_closed_out_or_over_is_not_listed_and_only_the_member_is_told()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, sam) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("sam", null, Role.Support));
        var opened = await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        Assert.Null(store.Get<WhoCouldLook>().Read(sam));
        var closed = await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.All, Account: "sam"), Stop);
        Assert.Empty(store.Get<WhoCouldLook>().Read(amy)!);
        await store.Get<LiftRestriction>().RunAsync(amy, closed.Id!, Stop);
        Assert.Single(store.Get<WhoCouldLook>().Read(amy)!);
        await store.Get<CloseCase>().RunAsync(sam, opened.Id!, Stop);
        Assert.Empty(store.Get<WhoCouldLook>().Read(amy)!);
    }
}
