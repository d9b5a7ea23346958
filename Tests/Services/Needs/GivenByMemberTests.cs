using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;
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
            amy, new Given(await CodeAsync(store, rex), Categories.Claims | Categories.Results, Sensitivity.Hiv, Tomorrow), full: true, Stop);
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
        await store.Get<GiveRepresentative>().RunAsync(amy, new Given(await CodeAsync(store, rex), Categories.All, default, Tomorrow), full: false, Stop);
        Assert.Equal(Scope.Limited, store.Ask(rex, Amy, Category.Identity, PurposeOfUse.PatientRequest).Scope);
        Assert.Equal(Scope.Full, store.Ask(rex, Amy, Category.Claims, PurposeOfUse.PatientRequest).Scope);
        Assert.Equal(Scope.None, store.Ask(rex, Amy, Category.Results, PurposeOfUse.PatientRequest).Scope);
    }

    [Fact]
    public async Task The_preview_says_what_the_representative_will_get()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.Coverage, Role: Role.Representative), Stop);
        var need = new Need("x", NeedKind.PersonalRepresentative, "rex", Amy, PurposeOfUse.PatientRequest, Categories.Claims | Categories.Coverage, default,
            AccessStore.Noon, Tomorrow, "amy", null);
        var preview = NeedPreview.Of(store.Get<CurrentPolicy>().Snapshot.Facts, need, Role.Representative, AccessStore.Noon);
        await store.Get<GiveRepresentative>().RunAsync(amy, new Given(await CodeAsync(store, rex), need.Categories, default, Tomorrow), full: true, Stop);
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
        var (good, own) = (new Given(await CodeAsync(store, rex), Categories.Claims, default, Tomorrow), await CodeAsync(store, amy));
        var before = await store.EverythingAsync();
        var give = store.Get<GiveRepresentative>();
        Assert.Equal(NeedRefusal.NotYourOffice, (await give.RunAsync(rex, good, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.NoSuchPerson, (await give.RunAsync(amy, good with { Code = "0000-0000-0000" }, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.NoSuchPerson, (await give.RunAsync(amy, good with { Code = "nobody" }, true, Stop)).Refusal);
        Assert.Equal(NeedRefusal.NoSuchPerson, (await give.RunAsync(amy, good with { Code = own }, true, Stop)).Refusal);
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
        var given = await store.Get<GiveRepresentative>().RunAsync(amy, new Given(await CodeAsync(store, rex), Categories.Claims, default, Tomorrow), true, Stop);
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
        await store.Get<GiveRepresentative>().RunAsync(amy, new Given(await CodeAsync(store, rex), Categories.All, default, Tomorrow), true, Stop);
        var asked = await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.Claims), Stop);
        Assert.Equal(Refusal.ClosedByMember, store.Ask(rex, Amy, Category.Claims, PurposeOfUse.PatientRequest).Refusal);
        Assert.True(store.Ask(rex, Amy, Category.Coverage, PurposeOfUse.PatientRequest).Allowed);
        Assert.True(store.Ask(amy, Amy, Category.Claims, PurposeOfUse.PatientRequest).Allowed);
        var before = await store.EverythingAsync();
        Assert.Equal(NeedRefusal.NotYourOffice, (await store.Get<AskRestriction>().RunAsync(rex, new Closing(Categories.Claims), Stop)).Refusal);
        Assert.Equal(NeedRefusal.BadCategories, (await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.None), Stop)).Refusal);
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
        Assert.NotNull((await store.Get<PermitDesignee>().RunAsync(amy, new Given(await CodeAsync(store, dee), Categories.Medications, default, Tomorrow), Stop)).Id);
        Assert.True(store.Ask(dee, Amy, Category.Medications, PurposeOfUse.Treatment).Allowed);
        store.Panel = new ArrangedPanel { ["Practitioner/7"] = [] };
        Assert.Equal(Refusal.NotYourRole, store.Ask(dee, Amy, Category.Documents, PurposeOfUse.Treatment).Refusal);
    }

    [Fact]
    public async Task A_code_is_good_once_for_a_day_and_until_the_next_one_and_the_store_does_not_hold_it()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        var (first, second) = (await CodeAsync(store, rex), await CodeAsync(store, rex));
        Assert.DoesNotContain(second, await store.EverythingAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(second.Replace("-", "", StringComparison.Ordinal), await store.EverythingAsync(), StringComparison.Ordinal);
        Assert.Equal(NeedRefusal.NoSuchPerson, await GiveAsync(first));
        Assert.Null(await GiveAsync(second.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o')));
        Assert.Equal(NeedRefusal.NoSuchPerson, await GiveAsync(second));
        var third = await CodeAsync(store, rex);
        store.Clock.Advance(ShowCode.Lasts);
        Assert.Equal(NeedRefusal.NoSuchPerson, await GiveAsync(third));

        async Task<NeedRefusal?> GiveAsync(string code) =>
            (await store.Get<GiveRepresentative>().RunAsync(amy, new Given(code, Categories.Claims, default, store.Clock.GetUtcNow().AddDays(1)), true, Stop)).Refusal;
    }

    [Fact]
    public async Task Only_who_can_be_named_shows_a_code()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, dee) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("dee", "Practitioner/7", Role.ClinicianDesignee));
        var before = await store.EverythingAsync();
        Assert.Equal((null, NeedRefusal.NotYourOffice), await store.Get<ShowCode>().RunAsync(amy, Stop));
        Assert.Equal(before, await store.EverythingAsync());
        // a designee's code names no representative
        var given = new Given(await CodeAsync(store, dee), Categories.Claims, default, Tomorrow);
        Assert.Equal(NeedRefusal.NoSuchPerson, (await store.Get<GiveRepresentative>().RunAsync(amy, given, true, Stop)).Refusal);
    }

    [Fact]
    [Trait("clause", "C18")]
    public async Task The_member_is_told_and_sees_in_the_list_what_was_given_and_that_it_ended()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        var bob = await store.WithAsync("bob", "Patient/bob", Role.Member);
        var given = await store.Get<GiveRepresentative>().RunAsync(amy, new Given(await CodeAsync(store, rex), Categories.Claims, Sensitivity.Hiv, Tomorrow), true, Stop);
        Assert.Equal([("amy", NoticeKind.AccessGranted)], store.Told);
        var listed = Assert.Single(await store.Get<GivenByMe>().ListAsync(amy, Stop));
        Assert.Equal((given.Id, "rex", Categories.Claims, Sensitivity.Hiv, Tomorrow, true), (listed.Id, listed.To, listed.Categories, listed.Sensitivity, listed.Until, listed.Live));
        Assert.Empty(await store.Get<GivenByMe>().ListAsync(bob, Stop));
        Assert.Equal(Amy, Assert.Single(store.Get<GivenToMe>().List(rex)).Subject);
        Assert.Empty(store.Get<GivenToMe>().List(bob));
        await store.Get<EndRepresentative>().RunAsync(amy, given.Id!, Stop);
        Assert.False(Assert.Single(await store.Get<GivenByMe>().ListAsync(amy, Stop)).Live);
        Assert.Empty(store.Get<GivenToMe>().List(rex));
    }

    [Fact]
    public async Task A_closed_label_is_named_by_no_need_until_it_is_lifted()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        await store.Get<GiveRepresentative>().RunAsync(amy, new Given(await CodeAsync(store, rex), Categories.All, Sensitivity.Hiv | Sensitivity.Other, Tomorrow), true, Stop);
        var asked = await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.None, Sensitivity.Hiv), Stop);
        Assert.Equal(Refusal.SensitiveNotNamed, Ask(Sensitivity.Hiv).Refusal);
        Assert.Equal(Sensitivity.Other, Ask(Sensitivity.Other).Labels);
        Assert.All(store.Get<GivenByMe>().Preview(amy, Categories.All, Sensitivity.Hiv | Sensitivity.Other, full: true).Where(decision => decision.Allowed),
            decision => Assert.Equal(Sensitivity.Other, decision.Labels));
        Assert.Equal(NeedRefusal.BadCategories, (await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.None, Sensitivity.Hiv, Role.Provider), Stop)).Refusal);
        Assert.Equal(asked.Id, Assert.Single(await store.Get<GivenByMe>().RestrictionsAsync(amy, Stop)).Id);
        Assert.Null(await store.Get<LiftRestriction>().RunAsync(amy, asked.Id!, Stop));
        Assert.Equal(Sensitivity.Hiv, Ask(Sensitivity.Hiv).Labels);

        AccessDecision Ask(Sensitivity labels) => store.Policy.Decide(new AccessRequest(rex, Amy, Category.Results, PurposeOfUse.PatientRequest, labels));
    }

    private static async Task<string> CodeAsync(AccessStore store, Actor of)
    {
        var (code, refusal) = await store.Get<ShowCode>().RunAsync(of, Stop);
        Assert.Null(refusal);
        return code!;
    }
}
