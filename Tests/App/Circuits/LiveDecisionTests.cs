using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.PrivacyOffice;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Circuits;

/// <summary>What a live circuit holds follows the policy: the real acts, the real store, the real visit.</summary>
[Trait("clause", "C13")]
public sealed class LiveDecisionTests : IAsyncLifetime
{
    private static readonly PatientId Amy = PatientId.From("amy")!.Value;

    private readonly ArrangedRecords records = new();
    private readonly HeldNow heldNow = new();
    private readonly CircuitIdentity identity = new();
    private AccessStore store = null!;
    private LiveCircuits live = null!;
    private Actor cleo = null!;
    private Actor amy = null!;
    private MemberVisit visit = null!;
    private string caseId = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await AccessStore.StartAsync();
        cleo = await store.WithAsync("cleo", null, Role.ClaimsExaminer);
        amy = await store.WithAsync("amy-account", "Patient/amy", Role.Member);
        await store.WithAsync("ada", null, Role.Administrator);
        var sessions = new SessionRegistry(store.Get<IDbContextFactory<PortalDb>>(), store.Get<IAuditLog>(), Options.Create(new SessionLimitOptions()), new StatementVersions(store.Clock), store.Clock);
        live = new LiveCircuits(sessions, new(), store.Get<CurrentPolicy>(), store.Clock, NullLogger<LiveCircuits>.Instance);
        await live.StartAsync(Stop);
        visit = new MemberVisit(store.Policy, store.Get<IAuditLog>(), records, heldNow, store.Clock);
        visit.Begin(cleo);
        live.Opened("circuit", cleo.SessionId, identity, visit);
        caseId = (await store.Get<OpenCase>().RunAsync(cleo, CaseKind.Claims, Amy, "cleo", Stop)).Id!;
        records.Has(new Claim("c1", Sensitivity.None));
        records.Has(new PlanCoverage("p1", Sensitivity.None));
    }

    public async ValueTask DisposeAsync()
    {
        await live.StopAsync(CancellationToken.None);
        live.Dispose();
        visit.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_case_that_closes_takes_what_is_shown_of_it()
    {
        var claims = await ShowClaimsAsync();
        Assert.Null(await store.Get<CloseCase>().RunAsync(cleo, caseId, Stop));
        Assert.Equal((HeldState.Withdrawn, null, Refusal.NoLiveNeed), (claims.State, claims.Value, claims.Refusal));
        Assert.Equal("Not opened (claims), for payment of care: there is no need for it that is live now.", DecisionSentence.Of(claims.Decision!.Value, SentenceLanguage.English));
        Assert.Equal((0, 0), (visit.Now.Sections, heldNow.Sections));
    }

    [Fact]
    public async Task Another_need_that_was_not_stated_keeps_nothing_open()
    {
        await store.Get<OpenCase>().RunAsync(cleo, CaseKind.Claims, Amy, "cleo", Stop);
        await using (var db = await store.OpenAsync())
        {
            var stated = (await db.Needs.SingleAsync(need => need.EvidenceRef == caseId, Stop)).Id;
            var claims = visit.Open(Sections.Claims, visit.OpenOther(Amy, PurposeOfUse.Payment, need: stated));
            await WaitFor.TrueAsync(() => claims.State == HeldState.Shown);
            Assert.Equal(stated, claims.Decision!.Value.NeedId);
            Assert.Null(await store.Get<CloseCase>().RunAsync(cleo, caseId, Stop));
            Assert.Equal((HeldState.Withdrawn, null, Refusal.NoLiveNeed), (claims.State, claims.Value, claims.Refusal));
        }
        Assert.Equal(HeldState.Shown, (await ShowClaimsAsync()).State);
    }

    [Fact]
    public async Task A_record_that_turns_out_to_be_a_relatives_closes_under_the_open_page()
    {
        var claims = await ShowClaimsAsync();
        var pia = await store.WithAsync("pia", null, Role.PrivacyOfficer);
        Assert.Null(await store.Get<DeclareTie>().RunAsync(pia, "Cleo", Amy, RecordTie.Relative, Stop));
        Assert.Equal((HeldState.Withdrawn, null, Refusal.TooClose), (claims.State, claims.Value, claims.Refusal));
    }

    [Fact]
    public async Task A_restriction_takes_what_it_names_and_leaves_the_rest()
    {
        var claims = await ShowClaimsAsync();
        var coverage = visit.Open(Sections.Coverage, visit.Record);
        await WaitFor.TrueAsync(() => coverage.State == HeldState.Shown);
        await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.Claims), Stop);
        Assert.Equal((HeldState.Withdrawn, Refusal.ClosedByMember), (claims.State, claims.Refusal));
        Assert.Equal(HeldState.Shown, coverage.State);
        Assert.Equal(1, heldNow.Sections);
    }

    [Fact]
    public async Task A_role_that_is_taken_back_takes_everything()
    {
        var claims = await ShowClaimsAsync();
        var ada = new Actor("ada", "session-ada", new HashSet<Role> { Role.Administrator }, null, HasPersonalPassword: true);
        Assert.Null(await store.Get<RevokeRole>().RunAsync(ada, "cleo", Role.ClaimsExaminer, Stop));
        Assert.Equal((HeldState.Withdrawn, Refusal.NotYourRole), (claims.State, claims.Refusal));
    }

    [Fact]
    public async Task A_rule_that_narrows_takes_what_is_wider_and_opens_the_rest_anew()
    {
        var claims = await ShowClaimsAsync();
        var ada = new Actor("ada", "session-ada", new HashSet<Role> { Role.Administrator }, null, HasPersonalPassword: true);
        IReadOnlyList<AccessRule> narrower = [.. StarterRules.All.Select(rule => rule is { Role: Role.ClaimsExaminer, Category: Category.Claims } ? rule with { Scope = Scope.Limited } : rule)];
        Assert.True((await store.ProposeAsync(ada, 1, narrower, RuleChangeReason.FoundTooWide)).InForce);
        Assert.Equal((HeldState.Withdrawn, null, null), (claims.State, claims.Value, claims.Refusal));
        var again = await ShowClaimsAsync();
        Assert.Equal(Scope.Limited, again.Decision!.Value.Scope);
    }

    [Fact]
    public async Task A_need_that_ends_by_time_alone_takes_it_within_a_second()
    {
        var claims = await ShowClaimsAsync();
        await using (var db = await store.OpenAsync())
        {
            var need = await db.Needs.SingleAsync(Stop);
            need.Until = store.Clock.GetUtcNow() + TimeSpan.FromSeconds(2);
            (await db.AccessRevision.SingleAsync(Stop)).Number++;
            await db.SaveChangesAsync(Stop);
        }
        await store.Get<LivePolicy>().RefreshAsync(Stop);
        Assert.Equal(HeldState.Shown, claims.State);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(100, Stop);
        Assert.Equal(HeldState.Shown, claims.State);
        // nobody reads the store: the circuits' own second is enough
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await WaitFor.TrueAsync(() => claims.State == HeldState.Withdrawn);
        Assert.Equal(Refusal.NoLiveNeed, claims.Refusal);
    }

    [Fact]
    public async Task What_the_record_system_sends_too_late_is_never_held()
    {
        var answer = records.Waits<IReadOnlyList<Claim>>();
        var record = visit.OpenOther(Amy, PurposeOfUse.Payment);
        var claims = visit.Open(Sections.Claims, record);
        await WaitFor.TrueAsync(() => records.Asked.Contains("Claim"));
        Assert.Null(await store.Get<CloseCase>().RunAsync(cleo, caseId, Stop));
        Assert.Equal(HeldState.Withdrawn, claims.State);
        answer.SetResult(Fetched.From<IReadOnlyList<Claim>>([new Claim("c1", Sensitivity.None)], new Completeness(1, 1, 0, 0, false), AccessStore.Noon));
        await Task.Delay(50, Stop);
        Assert.Equal((HeldState.Withdrawn, null), (claims.State, claims.Value));
        Assert.Equal(0, heldNow.Sections);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_closes_everything()
    {
        var claims = await ShowClaimsAsync();
        await using (var db = await store.OpenAsync())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Needs RENAME TO Gone", Stop);
        await store.Get<LivePolicy>().RefreshAsync(Stop);
        Assert.Equal((HeldState.Withdrawn, null), (claims.State, claims.Value));
    }

    [Fact]
    public async Task One_record_at_a_time()
    {
        var claims = await ShowClaimsAsync();
        var first = visit.Record!;
        var second = visit.OpenOther(PatientId.From("bob")!.Value, PurposeOfUse.Payment);
        Assert.Equal((HeldState.Wiped, null), (claims.State, claims.Value));
        var late = visit.Open(Sections.Claims, first);
        await WaitFor.TrueAsync(() => late.State == HeldState.Refused);
        var other = visit.Open(Sections.Claims, second);
        await WaitFor.TrueAsync(() => other.State == HeldState.Refused);
        Assert.Equal(Refusal.NoLiveNeed, other.Refusal);
        visit.Open(Sections.Claims);
        Assert.Null(visit.Record);
    }

    private async Task<Held<IReadOnlyList<Claim>>> ShowClaimsAsync()
    {
        var claims = visit.Open(Sections.Claims, visit.OpenOther(Amy, PurposeOfUse.Payment));
        await WaitFor.TrueAsync(() => claims.State == HeldState.Shown);
        return claims;
    }
}
