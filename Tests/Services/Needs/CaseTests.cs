using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Needs;

[Trait("clause", "C13")]
public sealed class CaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly PatientId Amy = PatientId.From("amy")!.Value;

    [Theory]
    [InlineData(CaseKind.Claims, Role.ClaimsExaminer, Category.Claims)]
    [InlineData(CaseKind.Support, Role.Support, Category.Coverage)]
    [InlineData(CaseKind.CareManagement, Role.CareManager, Category.Clinical)]
    [InlineData(CaseKind.PrivacyReview, Role.PrivacyOfficer, Category.Identity)]
    public async Task Access_begins_and_ends_with_the_case(CaseKind kind, Role role, Category category)
    {
        await using var store = await AccessStore.StartAsync();
        var (worker, other) = (await store.WithAsync("worker", null, role), await store.WithAsync("other", null, role));
        var purpose = CaseTerms.Of(kind).Purpose;
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(worker, Amy, category, purpose).Refusal);
        var opened = await store.Get<OpenCase>().RunAsync(other, kind, Amy, "worker", Stop);
        Assert.NotNull(opened.Id);
        Assert.True(store.Ask(worker, Amy, category, purpose).Allowed);
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(other, Amy, category, purpose).Refusal);
        Assert.Null(await store.Get<CloseCase>().RunAsync(worker, opened.Id, Stop));
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(worker, Amy, category, purpose).Refusal);
        Assert.Equal(NeedRefusal.NotThere, await store.Get<CloseCase>().RunAsync(worker, opened.Id, Stop));
        Assert.Equal(["CaseOpened done", "CaseClosed done", "CaseClosed NotThere"], (await store.AuditAsync())[^3..]);
    }

    [Fact]
    public async Task A_case_that_nobody_closes_ends_by_itself()
    {
        await using var store = await AccessStore.StartAsync();
        var sam = await store.WithAsync("sam", null, Role.Support);
        await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Refusal.NoLiveNeed, store.Ask(sam, Amy, Category.Coverage, PurposeOfUse.Operations).Refusal);
    }

    [Fact]
    public async Task A_case_that_may_not_be_opened_changes_nothing()
    {
        await using var store = await AccessStore.StartAsync();
        var (sam, ada) = (await store.WithAsync("sam", "Patient/sams-own", Role.Support), await store.WithAsync("ada", null, Role.Administrator));
        await store.WithAsync("cleo", "Patient/cleos-own", Role.ClaimsExaminer);
        var before = await store.EverythingAsync();
        var open = store.Get<OpenCase>();
        Assert.Equal(NeedRefusal.NotYourOffice, (await open.RunAsync(ada, CaseKind.Support, Amy, "sam", Stop)).Refusal);
        Assert.Equal(NeedRefusal.NotYourOffice, (await open.RunAsync(sam, CaseKind.Claims, Amy, "cleo", Stop)).Refusal);
        Assert.Equal(NeedRefusal.NoSuchPerson, (await open.RunAsync(sam, CaseKind.Support, Amy, "cleo", Stop)).Refusal);
        Assert.Equal(NeedRefusal.NoSuchPerson, (await open.RunAsync(sam, CaseKind.Support, Amy, "nobody", Stop)).Refusal);
        Assert.Equal(NeedRefusal.TooClose, (await open.RunAsync(sam, CaseKind.Support, PatientId.From("sams-own")!.Value, "sam", Stop)).Refusal);
        Assert.Equal(NeedRefusal.TooClose, (await open.RunAsync(sam, CaseKind.Support, PatientId.From("cleos-own")!.Value, "sam", Stop)).Refusal);
        Assert.Equal(NeedRefusal.NotThere, (await open.RunAsync(sam, CaseKind.Support, default, "sam", Stop)).Refusal);
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Equal(7, (await store.AuditAsync()).Count(line => line.StartsWith("CaseOpened", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Someone_elses_case_and_none_answer_alike()
    {
        await using var store = await AccessStore.StartAsync();
        var (sam, cleo) = (await store.WithAsync("sam", null, Role.Support), await store.WithAsync("cleo", null, Role.ClaimsExaminer));
        var opened = await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        var before = await store.EverythingAsync();
        Assert.Equal(NeedRefusal.NotThere, await store.Get<CloseCase>().RunAsync(cleo, opened.Id!, Stop));
        Assert.Equal(NeedRefusal.NotThere, await store.Get<CloseCase>().RunAsync(cleo, "none", Stop));
        Assert.Equal(before, await store.EverythingAsync());
    }

    [Fact]
    public async Task A_case_lasts_no_longer_than_its_term()
    {
        await using var store = await AccessStore.StartAsync();
        var cleo = await store.WithAsync("cleo", null, Role.ClaimsExaminer);
        var open = store.Get<OpenCase>();
        Assert.Equal(NeedRefusal.BadPeriod, (await open.RunAsync(cleo, CaseKind.Claims, Amy, "cleo", TimeSpan.FromDays(31), Stop)).Refusal);
        Assert.Equal(NeedRefusal.BadPeriod, (await open.RunAsync(cleo, CaseKind.Claims, Amy, "cleo", TimeSpan.Zero, Stop)).Refusal);
        Assert.NotNull((await open.RunAsync(cleo, CaseKind.Claims, Amy, "cleo", TimeSpan.FromDays(1), Stop)).Id);
        Assert.Equal(Amy, Assert.Single(await store.Get<OwnCases>().ListAsync(cleo, Stop)).Subject);
        store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await store.Get<OwnCases>().ListAsync(cleo, Stop));
    }
}
