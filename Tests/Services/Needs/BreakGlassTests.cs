using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Needs;

[Trait("clause", "C13")]
public sealed class BreakGlassTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly PatientId Amy = PatientId.From("amy")!.Value;

    [Fact]
    public async Task An_emergency_opens_the_named_categories_for_fifteen_minutes_against_a_restriction_too()
    {
        await using var store = await AccessStore.StartAsync();
        var (doc, amy) = (await store.WithAsync("doc", "Practitioner/7", Role.Provider), await store.WithAsync("amy", "Patient/amy", Role.Member));
        await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.All), Stop);
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(doc, Amy, Category.Medications, PurposeOfUse.EmergencyTreatment).Refusal);
        var broken = await store.Get<BreakGlass>().RunAsync(
            doc, Amy, Categories.Medications | Categories.Clinical, Sensitivity.None, EmergencyReason.EmergencyDepartment, Stop);
        Assert.NotNull(broken.Id);
        Assert.Equal([("amy", NoticeKind.BreakGlassOpened)], store.Told);
        Assert.True(store.Ask(doc, Amy, Category.Medications, PurposeOfUse.EmergencyTreatment).Allowed);
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(doc, Amy, Category.Results, PurposeOfUse.EmergencyTreatment).Refusal);
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(doc, Amy, Category.Medications, PurposeOfUse.Treatment).Refusal);
        store.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        Assert.True(store.Ask(doc, Amy, Category.Medications, PurposeOfUse.EmergencyTreatment).Allowed);
        store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(doc, Amy, Category.Medications, PurposeOfUse.EmergencyTreatment).Refusal);
    }

    [Fact]
    public void An_entry_that_says_a_year_is_over_after_fifteen_minutes()
    {
        var need = new Need("n", NeedKind.Emergency, "doc", Amy, PurposeOfUse.EmergencyTreatment, Categories.All, default,
            AccessStore.Noon, AccessStore.Noon.AddYears(1), "doc", null);
        var snapshot = PolicySnapshot.Compile(PolicyFacts.Starter with { Needs = [need] });
        var doc = new Actor("doc", "session", new HashSet<Role> { Role.Provider }, null, HasPersonalPassword: true);
        var asked = new AccessRequest(doc, Amy, Category.Results, PurposeOfUse.EmergencyTreatment);
        Assert.Equal(AccessStore.Noon.AddMinutes(15), snapshot.Decide(asked, AccessStore.Noon).Until);
        Assert.False(snapshot.Decide(asked, AccessStore.Noon.AddMinutes(15)).Allowed);
    }

    [Fact]
    public async Task An_emergency_that_may_not_be_declared_changes_nothing()
    {
        await using var store = await AccessStore.StartAsync();
        var (doc, sam) = (await store.WithAsync("doc", "Patient/doc", Role.Provider), await store.WithAsync("sam", null, Role.Support));
        await store.Get<BreakGlass>().RunAsync(doc, Amy, Categories.Clinical, default, EmergencyReason.Unconscious, Stop);
        var before = await store.EverythingAsync();
        Assert.Equal(NeedRefusal.NotYourOffice, await RefusedAsync(sam, Amy, Categories.Clinical, EmergencyReason.Unconscious));
        Assert.Equal(NeedRefusal.BadCategories, await RefusedAsync(doc, Amy, Categories.None, EmergencyReason.Unconscious));
        Assert.Equal(NeedRefusal.TooClose, await RefusedAsync(doc, PatientId.From("doc")!.Value, Categories.Clinical, EmergencyReason.Unconscious));
        Assert.Equal(NeedRefusal.AnotherEmergency, await RefusedAsync(doc, PatientId.From("bob")!.Value, Categories.Clinical, EmergencyReason.Unconscious));
        Assert.Equal(NeedRefusal.NotThere, await RefusedAsync(doc, Amy, Categories.Clinical, (EmergencyReason)9));
        Assert.Equal(before, await store.EverythingAsync());

        async Task<NeedRefusal?> RefusedAsync(Actor by, PatientId subject, Categories categories, EmergencyReason reason) =>
            (await store.Get<BreakGlass>().RunAsync(by, subject, categories, default, reason, Stop)).Refusal;
    }

    [Fact]
    public async Task A_privacy_officer_reviews_it_once_and_ends_what_was_not_justified()
    {
        await using var store = await AccessStore.StartAsync();
        var (doc, pia) = (await store.WithAsync("doc", "Practitioner/7", Role.Provider), await store.WithAsync("pia", null, Role.PrivacyOfficer));
        var both = await store.WithAsync("both", "Practitioner/8", Role.Provider, Role.PrivacyOfficer);
        var broken = await store.Get<BreakGlass>().RunAsync(doc, Amy, Categories.Clinical, default, EmergencyReason.Unconscious, Stop);
        var own = await store.Get<BreakGlass>().RunAsync(both, Amy, Categories.Clinical, default, EmergencyReason.Unconscious, Stop);
        var before = await store.EverythingAsync();
        Assert.Equal(NeedRefusal.NotYourOffice, await store.Get<ReviewBreakGlass>().RunAsync(doc, broken.Id!, EmergencyReview.Justified, Stop));
        Assert.Equal(NeedRefusal.SamePerson, await store.Get<ReviewBreakGlass>().RunAsync(both, own.Id!, EmergencyReview.Justified, Stop));
        Assert.Equal(NeedRefusal.NotThere, await store.Get<ReviewBreakGlass>().RunAsync(pia, "none", EmergencyReview.Justified, Stop));
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Null(await store.Get<ReviewBreakGlass>().RunAsync(pia, broken.Id!, EmergencyReview.NotJustified, Stop));
        Assert.False(store.Ask(doc, Amy, Category.Clinical, PurposeOfUse.EmergencyTreatment).Allowed);
        Assert.Equal(NeedRefusal.NotThere, await store.Get<ReviewBreakGlass>().RunAsync(pia, broken.Id!, EmergencyReview.Justified, Stop));
    }

    [Fact]
    public async Task A_change_on_another_node_and_the_end_of_a_need_are_found_by_looking()
    {
        await using var store = await AccessStore.StartAsync();
        var doc = await store.WithAsync("doc", "Practitioner/7", Role.Provider);
        await using var other = store.Node();
        var raised = 0;
        store.Get<CurrentPolicy>().Changed += () => raised++;
        await store.Get<LivePolicy>().LookAsync(Stop);
        Assert.Equal(0, raised);
        await ((BreakGlass)other.GetService(typeof(BreakGlass))!).RunAsync(doc, Amy, Categories.Clinical, default, EmergencyReason.Disaster, Stop);
        Assert.False(store.Ask(doc, Amy, Category.Clinical, PurposeOfUse.EmergencyTreatment).Allowed);
        await store.Get<LivePolicy>().LookAsync(Stop);
        Assert.Equal((1, true), (raised, store.Ask(doc, Amy, Category.Clinical, PurposeOfUse.EmergencyTreatment).Allowed));
        store.Clock.Advance(BreakGlass.Lasts);
        await store.Get<LivePolicy>().LookAsync(Stop);
        await store.Get<LivePolicy>().LookAsync(Stop);
        Assert.Equal(2, raised);
    }
}
