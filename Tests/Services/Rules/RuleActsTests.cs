using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Rules;

[Trait("clause", "C13")]
public sealed class RuleActsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly AccessRule More = new(Role.Support, PurposeOfUse.Operations, NeedKind.AssignedCase, Category.Claims, Scope.Full);

    private static IReadOnlyList<AccessRule> Wider => [.. StarterRules.All.Where(rule => RuleOf(rule) != RuleOf(More)), More];

    private static IReadOnlyList<AccessRule> Narrower => [.. StarterRules.All.Where(rule => rule.Role != Role.PrivacyOfficer)];

    [Fact]
    public async Task A_change_that_narrows_is_in_force_at_once()
    {
        await using var store = await AccessStore.StartAsync();
        var ada = await store.WithAsync("ada", null, Role.Administrator);
        var answer = await store.ProposeAsync(ada, 1, Narrower, RuleChangeReason.FoundTooWide);
        Assert.Equal(new RuleAnswer(2, true, null), answer);
        Assert.Equal(2, store.Get<CurrentPolicy>().Snapshot.Facts.Version);
        Assert.DoesNotContain(store.Get<CurrentPolicy>().Snapshot.Facts.Rules, rule => rule.Role == Role.PrivacyOfficer);
        Assert.Equal([(1, RuleState.Superseded), (2, RuleState.InForce)], await StatesAsync(store));
    }

    [Fact]
    public async Task A_change_that_widens_waits_for_a_second_person()
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, bea) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("bea", null, Role.Administrator));
        var sam = await store.WithAsync("sam", null, Role.Support);
        Assert.Equal(new RuleAnswer(2, false, null), await store.ProposeAsync(ada, 1, Wider, RuleChangeReason.FoundTooNarrow));
        Assert.Equal(1, store.Get<CurrentPolicy>().Snapshot.Facts.Version);
        Assert.Equal(RuleRefusal.SamePerson, await store.Get<ApproveRuleChange>().RunAsync(ada, 2, true, Stop));
        Assert.Equal(RuleRefusal.NotYourOffice, await store.Get<ApproveRuleChange>().RunAsync(sam, 2, true, Stop));
        Assert.Equal(1, store.Get<CurrentPolicy>().Snapshot.Facts.Version);
        Assert.Null(await store.Get<ApproveRuleChange>().RunAsync(bea, 2, true, Stop));
        Assert.Contains(More, store.Get<CurrentPolicy>().Snapshot.Facts.Rules);
        Assert.Equal(RuleRefusal.NoSuchProposal, await store.Get<ApproveRuleChange>().RunAsync(bea, 2, true, Stop));
    }

    [Fact]
    public async Task A_proposal_against_rules_that_are_gone_is_outdated()
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, bea) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("bea", null, Role.Administrator));
        await store.ProposeAsync(ada, 1, Wider, RuleChangeReason.FoundTooNarrow);
        await store.ProposeAsync(ada, 1, Narrower, RuleChangeReason.FoundTooWide);
        Assert.Equal(RuleRefusal.Outdated, await store.Get<ApproveRuleChange>().RunAsync(bea, 2, true, Stop));
        Assert.Equal(RuleRefusal.Outdated, (await store.ProposeAsync(ada, 1, Wider, RuleChangeReason.Review)).Refusal);
        Assert.Null(await store.Get<ApproveRuleChange>().RunAsync(bea, 2, false, Stop));
        Assert.Equal([(1, RuleState.Superseded), (2, RuleState.TurnedDown), (3, RuleState.InForce)], await StatesAsync(store));
    }

    [Fact]
    public async Task A_privacy_officer_approves_no_widening_of_the_own_role()
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, pia) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("pia", null, Role.PrivacyOfficer));
        AccessRule own = new(Role.PrivacyOfficer, PurposeOfUse.Operations, NeedKind.PrivacyReview, Category.Claims, Scope.Limited);
        await store.ProposeAsync(ada, 1, [.. StarterRules.All, own], RuleChangeReason.DutiesChanged);
        var before = await store.EverythingAsync();
        Assert.Equal(RuleRefusal.OwnElevation, await store.Get<ApproveRuleChange>().RunAsync(pia, 2, true, Stop));
        Assert.Equal(before, await store.EverythingAsync());
    }

    [Theory]
    [InlineData("never rehearsed")]
    [InlineData("other rules rehearsed")]
    [InlineData("a need opened since")]
    public async Task A_change_is_taken_only_as_it_was_rehearsed(string how)
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, cleo) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("cleo", null, Role.ClaimsExaminer));
        IReadOnlyList<AccessRule> rules = [.. StarterRules.All.Where(rule => rule is not { Role: Role.ClaimsExaminer, Category: Category.Claims })];
        var seen = how == "never rehearsed" ? null : await store.Get<RehearseRules>().RunAsync(ada, how == "other rules rehearsed" ? Narrower : rules, Stop);
        if (how == "a need opened since")
            await store.Get<PrivacyPortal.Services.Needs.OpenCase>().RunAsync(cleo, CaseKind.Claims, PatientId.From("amy")!.Value, "cleo", TimeSpan.FromDays(7), Stop);
        var before = await store.EverythingAsync();
        Assert.Equal(RuleRefusal.NotRehearsed, (await store.Get<ProposeRuleChange>().RunAsync(ada, 1, rules, seen?.Mark, RuleChangeReason.FoundTooWide, Stop)).Refusal);
        Assert.Equal(before, await store.EverythingAsync());
        Assert.True((await store.ProposeAsync(ada, 1, rules, RuleChangeReason.FoundTooWide)).InForce);
    }

    public static TheoryData<string, RuleRefusal> Refused => new()
    {
        { "not an administrator", RuleRefusal.NotYourOffice },
        { "the same rules", RuleRefusal.NothingChanges },
        { "a rule for administrators", RuleRefusal.AdministratorsOpenNothing },
        { "one cell twice", RuleRefusal.BadCell },
        { "a role that does not exist", RuleRefusal.BadCell },
        { "another version", RuleRefusal.Outdated },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task A_proposal_that_may_not_be_made_changes_nothing(string proposal, RuleRefusal why)
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, sam) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("sam", null, Role.Support));
        var before = await store.EverythingAsync();
        var rules = proposal switch
        {
            "the same rules" => [.. StarterRules.All.Reverse()],
            "a rule for administrators" => [.. Wider, More with { Role = Role.Administrator }],
            "one cell twice" => [.. Wider, More with { Scope = Scope.Limited }],
            "a role that does not exist" => [.. Wider, More with { Role = (Role)77 }],
            _ => Wider,
        };
        var answer = await store.ProposeAsync(
            proposal == "not an administrator" ? sam : ada, proposal == "another version" ? 7 : 1, rules, RuleChangeReason.Review);
        Assert.Equal(new RuleAnswer(null, false, why), answer);
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Equal($"RuleChangeProposed {why}", (await store.AuditAsync())[^1]);
    }

    [Fact]
    public void A_condition_less_widens_and_a_condition_more_does_not()
    {
        var own = StarterRules.All.First(rule => rule.Condition == ItemCondition.OwnItems);
        Assert.True(Assert.Single(RuleDiff.Between([own], [own with { Condition = ItemCondition.None }])).Widens);
        Assert.False(Assert.Single(RuleDiff.Between([own with { Condition = ItemCondition.None }], [own])).Widens);
        Assert.False(Assert.Single(RuleDiff.Between([own], [])).Widens);
    }

    [Fact]
    public void A_rehearsal_names_who_gains_and_who_loses()
    {
        var amy = PatientId.From("amy")!.Value;
        var until = AccessStore.Noon.AddDays(1);
        var facts = PolicyFacts.Starter with
        {
            Accounts = [new("sam", [new(Role.Support, null)], null), new("pia", [new(Role.PrivacyOfficer, null)], null), new("amy", [new(Role.Member, null)], amy)],
            Needs =
            [
                new("n1", NeedKind.AssignedCase, "sam", amy, PurposeOfUse.Operations, Categories.All, default, AccessStore.Noon, until, "sam", "c1"),
                new("n2", NeedKind.PrivacyReview, "pia", amy, PurposeOfUse.Operations, Categories.All, default, AccessStore.Noon, until, "pia", "c2"),
            ],
        };
        var rehearsal = Rehearsal.Of(facts, [.. Wider.Where(rule => rule.Role != Role.PrivacyOfficer)], AccessStore.Noon);
        Assert.Equal([new Rehearsed("sam", amy, PurposeOfUse.Operations, Category.Claims, Scope.Limited, Scope.Full)], rehearsal.Gains);
        Assert.Equal([new Rehearsed("pia", amy, PurposeOfUse.Operations, Category.Identity, Scope.Limited, Scope.None)], rehearsal.Losses);
        Assert.Equal((0, 0), (Rehearsal.Of(facts, facts.Rules, AccessStore.Noon).Gains.Count, Rehearsal.Of(facts, facts.Rules, AccessStore.Noon).Losses.Count));
    }

    private static (Role, PurposeOfUse, NeedKind, Category) RuleOf(AccessRule rule) => (rule.Role, rule.Purpose, rule.Need, rule.Category);

    private static async Task<List<(int, RuleState)>> StatesAsync(AccessStore store)
    {
        await using var db = await store.OpenAsync();
        return [.. (await db.RuleVersions.OrderBy(row => row.Version).ToListAsync()).Select(row => (row.Version, row.State))];
    }
}
