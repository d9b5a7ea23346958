using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Needs;

[Trait("clause", "C13")]
public sealed class GivenByMemberTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly PatientId Amy = PatientId.From("amy")!.Value;
    private static readonly DateTimeOffset Tomorrow = AccessStore.Noon.AddDays(1);

    [Fact]
    public async Task A_representative_sees_what_the_member_named_until_the_member_ends_it()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        var given = await store.Get<GiveRepresentative>().RunAsync(
            amy, new Given("rex", Categories.Claims | Categories.Results, Sensitivity.Hiv, Tomorrow), full: true, Stop);
        Assert.NotNull(given.Id);
        Assert.True(store.Ask(rex, Amy, Category.Claims, PurposeOfUse.PatientRequest).Allowed);
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(rex, Amy, Category.Clinical, PurposeOfUse.PatientRequest).Refusal);
        var hiv = new AccessRequest(rex, Amy, Category.Results, PurposeOfUse.PatientRequest, Sensitivity.Hiv);
        Assert.Equal(Sensitivity.Hiv, store.Policy.Decide(hiv).Labels);
        Assert.Equal(Refusal.SensitiveNotNamed, store.Policy.Decide(hiv with { Labels = Sensitivity.SubstanceUse }).Refusal);
        Assert.Null(await store.Get<EndRepresentative>().RunAsync(amy, given.Id, Stop));
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(rex, Amy, Category.Claims, PurposeOfUse.PatientRequest).Refusal);
    }

    [Fact]
    public async Task A_basic_representative_sees_the_plans_business_only()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        await store.Get<GiveRepresentative>().RunAsync(amy, new Given("rex", Categories.All, default, Tomorrow), full: false, Stop);
        Assert.Equal(Scope.Limited, store.Ask(rex, Amy, Category.Identity, PurposeOfUse.PatientRequest).Scope);
        Assert.Equal(Scope.Full, store.Ask(rex, Amy, Category.Claims, PurposeOfUse.PatientRequest).Scope);
        Assert.Equal(Scope.None, store.Ask(rex, Amy, Category.Results, PurposeOfUse.PatientRequest).Scope);
    }

    [Fact]
    public async Task The_preview_says_what_the_representative_will_get()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        await store.Get<AskRestriction>().RunAsync(amy, Categories.Coverage, Role.Representative, null, Stop);
        var need = new Need("x", NeedKind.PersonalRepresentative, "rex", Amy, PurposeOfUse.PatientRequest, Categories.Claims | Categories.Coverage, default,
            AccessStore.Noon, Tomorrow, "amy", null);
        var preview = NeedPreview.Of(store.Get<CurrentPolicy>().Snapshot.Facts, need, Role.Representative, AccessStore.Noon);
        await store.Get<GiveRepresentative>().RunAsync(amy, new Given("rex", need.Categories, default, Tomorrow), full: true, Stop);
        Assert.Equal(
            preview.Select(decision => (decision.Request.Category, decision.Scope, decision.Refusal)),
            NeedPreview.Now(store.Policy, rex, Amy, PurposeOfUse.PatientRequest).Select(decision => (decision.Request.Category, decision.Scope, decision.Refusal)));
        Assert.Equal([Category.Claims], preview.Where(decision => decision.Allowed).Select(decision => decision.Request.Category));
    }

    [Fact]
    public async Task What_may_not_be_given_changes_nothing()
    {
        await using var store = await AccessStore.StartAsync();
        var amy = await store.WithAsync("amy", "Patient/amy", Role.Member, Role.Representative);
        var rex = await store.WithAsync("rex", null, Role.Representative);
        await store.WithAsync("sam", null, Role.Support);
        var good = new Given("rex", Categories.Claims, default, Tomorrow);
        var before = await store.EverythingAsync();
        var give = store.Get<GiveRepresentative>();
        Assert.Equal(NeedRefusal.NotYourOffice, (await give.RunAsync(rex, good, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.NoSuchPerson, (await give.RunAsync(amy, good with { ToUserName = "sam" }, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.NoSuchPerson, (await give.RunAsync(amy, good with { ToUserName = "nobody" }, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.NoSuchPerson, (await give.RunAsync(amy, good with { ToUserName = "amy" }, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.BadCategories, (await give.RunAsync(amy, good with { Categories = Categories.None }, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.BadCategories, (await give.RunAsync(amy, good with { Categories = (Categories)4096 }, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.BadPeriod, (await give.RunAsync(amy, good with { Until = AccessStore.Noon }, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.BadPeriod, (await give.RunAsync(amy, good with { Until = AccessStore.Noon.AddDays(367) }, true, Stop)).Refusal);
        Assert.Equal(before, await store.EverythingAsync());
    }

    [Fact]
    public async Task Only_the_two_it_concerns_end_it_and_others_learn_nothing()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, bob) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("bob", "Patient/bob", Role.Member));
        var rex = await store.WithAsync("rex", null, Role.Representative);
        var given = await store.Get<GiveRepresentative>().RunAsync(amy, new Given("rex", Categories.Claims, default, Tomorrow), true, Stop);
        var before = await store.EverythingAsync();
        Assert.Equal(NeedRefusal.NotThere, await store.Get<EndRepresentative>().RunAsync(bob, given.Id!, Stop));
        Assert.Equal(NeedRefusal.NotThere, await store.Get<EndRepresentative>().RunAsync(bob, "none", Stop));
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Null(await store.Get<EndRepresentative>().RunAsync(rex, given.Id!, Stop));
    }

    [Fact]
    public async Task A_restriction_closes_at_once_and_only_the_member_lifts_it()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        var bob = await store.WithAsync("bob", "Patient/bob", Role.Member);
        await store.Get<GiveRepresentative>().RunAsync(amy, new Given("rex", Categories.All, default, Tomorrow), true, Stop);
        var asked = await store.Get<AskRestriction>().RunAsync(amy, Categories.Claims, null, null, Stop);
        Assert.Equal(Refusal.ClosedByMember, store.Ask(rex, Amy, Category.Claims, PurposeOfUse.PatientRequest).Refusal);
        Assert.True(store.Ask(rex, Amy, Category.Coverage, PurposeOfUse.PatientRequest).Allowed);
        Assert.True(store.Ask(amy, Amy, Category.Claims, PurposeOfUse.PatientRequest).Allowed);
        var before = await store.EverythingAsync();
        Assert.Equal(NeedRefusal.NotYourOffice, (await store.Get<AskRestriction>().RunAsync(rex, Categories.Claims, null, null, Stop)).Refusal);
        Assert.Equal(NeedRefusal.BadCategories, (await store.Get<AskRestriction>().RunAsync(amy, Categories.None, null, null, Stop)).Refusal);
        Assert.Equal(NeedRefusal.NotYourOffice, await store.Get<LiftRestriction>().RunAsync(rex, asked.Id!, Stop));
        Assert.Equal(NeedRefusal.NotThere, await store.Get<LiftRestriction>().RunAsync(bob, asked.Id!, Stop));
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Null(await store.Get<LiftRestriction>().RunAsync(amy, asked.Id!, Stop));
        Assert.True(store.Ask(rex, Amy, Category.Claims, PurposeOfUse.PatientRequest).Allowed);
    }

    [Fact]
    public async Task A_designee_reads_medications_by_the_members_permission_only()
    {
        await using var store = await AccessStore.StartAsync();
        store.Panel = new ArrangedPanel { ["Practitioner/7"] = [new PanelEntry(Amy, "CareTeam/1")] };
        var (amy, dee) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("dee", "Practitioner/7", Role.ClinicianDesignee));
        Assert.Null(await store.Get<PanelNeeds>().CheckAsync("dee", Stop));
        Assert.Equal(Refusal.NotPermittedByMember, store.Ask(dee, Amy, Category.Medications, PurposeOfUse.Treatment).Refusal);
        Assert.NotNull((await store.Get<PermitDesignee>().RunAsync(amy, new Given("dee", Categories.Medications, default, Tomorrow), Stop)).Id);
        Assert.True(store.Ask(dee, Amy, Category.Medications, PurposeOfUse.Treatment).Allowed);
        store.Panel = new ArrangedPanel { ["Practitioner/7"] = [] };
        Assert.Equal(Refusal.NotYourRole, store.Ask(dee, Amy, Category.Documents, PurposeOfUse.Treatment).Refusal);
    }
}
