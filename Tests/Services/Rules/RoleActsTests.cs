using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Rules;

[Trait("clause", "C13")]
public sealed class RoleActsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Spring = AccessStore.Noon.AddDays(120);

    [Fact]
    public async Task An_administrator_gives_a_role_with_an_owner_and_a_day()
    {
        await using var store = await AccessStore.StartAsync();
        var ada = await store.WithAsync("ada", null, Role.Administrator);
        await store.WithAsync("sam", null);
        Assert.Equal(default, await store.Get<GrantRole>().RunAsync(ada, "sam", Role.Support, "ada", Spring, RoleReason.Joined, Stop));
        await using var db = await store.OpenAsync();
        var grant = await db.RoleGrants.SingleAsync(row => row.AccountId == "sam", Stop);
        Assert.Equal((Role.Support, "ada", "ada", Spring, RoleReason.Joined), (grant.Role, grant.GrantedBy, grant.OwnerId, grant.RenewBy, grant.Reason));
        Assert.Equal("RoleGranted done", (await store.AuditAsync())[^1]);
    }

    [Fact]
    public async Task A_privileged_role_waits_for_a_second_person()
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, bea) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("bea", null, Role.Administrator));
        var pia = await store.WithAsync("pia", null);
        var proposed = await store.Get<GrantRole>().RunAsync(ada, "pia", Role.PrivacyOfficer, "ada", Spring, RoleReason.Joined, Stop);
        Assert.NotNull(proposed.Proposal);
        Assert.False(await HoldsAsync(store, "pia", Role.PrivacyOfficer));
        Assert.Equal(RoleRefusal.AlreadyProposed, (await store.Get<GrantRole>().RunAsync(bea, "pia", Role.PrivacyOfficer, "bea", Spring, RoleReason.Joined, Stop)).Refusal);
        Assert.Equal(RoleRefusal.SamePerson, await store.Get<ApproveRole>().RunAsync(ada, proposed.Proposal, true, Stop));
        Assert.Equal(RoleRefusal.NotYourOffice, await store.Get<ApproveRole>().RunAsync(pia, proposed.Proposal, true, Stop));
        Assert.False(await HoldsAsync(store, "pia", Role.PrivacyOfficer));
        Assert.Null(await store.Get<ApproveRole>().RunAsync(bea, proposed.Proposal, true, Stop));
        Assert.True(await HoldsAsync(store, "pia", Role.PrivacyOfficer));
        Assert.Equal(RoleRefusal.NoSuchProposal, await store.Get<ApproveRole>().RunAsync(bea, proposed.Proposal, true, Stop));
    }

    [Fact]
    public async Task A_proposal_that_is_turned_down_gives_nothing()
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, bea) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("bea", null, Role.Administrator));
        await store.WithAsync("pia", null);
        var proposed = await store.Get<GrantRole>().RunAsync(ada, "pia", Role.Administrator, "ada", Spring, RoleReason.Joined, Stop);
        Assert.Null(await store.Get<ApproveRole>().RunAsync(bea, proposed.Proposal!, false, Stop));
        Assert.False(await HoldsAsync(store, "pia", Role.Administrator));
    }

    public static TheoryData<string, string, Role, string, int, RoleRefusal> Refused => new()
    {
        { "sam", "cy", Role.Support, "ada", 30, RoleRefusal.NotYourOffice },
        { "ada", "ada", Role.Support, "sam", 30, RoleRefusal.OwnElevation },
        { "ada", "nobody", Role.Support, "ada", 30, RoleRefusal.NoSuchAccount },
        { "ada", "sam", Role.Support, "ada", 30, RoleRefusal.AlreadyHeld },
        { "ada", "sam", Role.Administrator, "ada", 30, RoleRefusal.AdministratorsHoldNothingElse },
        { "ada", "bea", Role.Support, "ada", 30, RoleRefusal.AdministratorsHoldNothingElse },
        { "ada", "cy", Role.Support, "cy", 30, RoleRefusal.BadOwner },
        { "ada", "cy", Role.Support, "nobody", 30, RoleRefusal.BadOwner },
        { "ada", "cy", Role.Support, "ada", 0, RoleRefusal.BadTerm },
        { "ada", "cy", Role.Support, "ada", 367, RoleRefusal.BadTerm },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task A_role_that_may_not_be_given_changes_nothing(string by, string account, Role role, string owner, int days, RoleRefusal why)
    {
        await using var store = await AccessStore.StartAsync();
        await store.WithAsync("bea", null, Role.Administrator);
        await store.WithAsync("cy", null);
        var people = new[] { await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("sam", null, Role.Support) };
        var before = await store.EverythingAsync();
        var answer = await store.Get<GrantRole>().RunAsync(people.Single(actor => actor.AccountId == by), account, role, owner, AccessStore.Noon.AddDays(days), RoleReason.Joined, Stop);
        Assert.Equal(new RoleAnswer(null, why), answer);
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Equal($"RoleGranted {why}", (await store.AuditAsync())[^1]);
    }

    [Fact]
    public async Task Of_fifty_administrators_who_remove_each_other_at_once_one_is_left()
    {
        await using var store = await AccessStore.StartAsync();
        var everyone = new List<Actor>();
        for (var n = 0; n < 50; n++)
            everyone.Add(await store.WithAsync($"admin-{n}", null, Role.Administrator));
        await using var other = store.Node();
        RevokeRole[] nodes = [store.Get<RevokeRole>(), (RevokeRole)other.GetService(typeof(RevokeRole))!];
        var answers = await Task.WhenAll(everyone.Select((actor, n) => Task.Run(() =>
            nodes[n % 2].RunAsync(actor, everyone[(n + 1) % 50].AccountId, Role.Administrator, Stop))));
        await using var db = await store.OpenAsync();
        var left = await db.RoleGrants.CountAsync(row => row.Role == Role.Administrator, Stop);
        Assert.InRange(left, 1, 49);
        Assert.Equal(50 - left, answers.Count(answer => answer is null));
    }

    [Fact]
    public async Task The_last_administrator_stays_whoever_asks_and_however_often()
    {
        await using var store = await AccessStore.StartAsync();
        var ada = await store.WithAsync("ada", null, Role.Administrator);
        await store.WithAsync("bea", null, Role.Administrator);
        await using var other = store.Node();
        RevokeRole[] nodes = [store.Get<RevokeRole>(), (RevokeRole)other.GetService(typeof(RevokeRole))!];
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() =>
            nodes[n % 2].RunAsync(ada, n / 2 % 2 == 0 ? "ada" : "bea", Role.Administrator, Stop))));
        Assert.Equal(1, answers.Count(answer => answer is null));
        await using var db = await store.OpenAsync();
        Assert.Equal(1, await db.RoleGrants.CountAsync(row => row.Role == Role.Administrator, Stop));
    }

    [Fact]
    public async Task A_role_lapses_unless_its_owner_renews_it()
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, sam) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("sam", null));
        await store.WithAsync("amy", "Patient/amy", Role.Member);
        await store.Get<GrantRole>().RunAsync(ada, "sam", Role.Support, "ada", AccessStore.Noon.AddHours(2), RoleReason.Joined, Stop);
        sam = sam with { Roles = new HashSet<Role> { Role.Support } };
        await store.Get<PrivacyPortal.Services.Needs.OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        Assert.True(store.Ask(sam, Amy, Category.Coverage, PurposeOfUse.Operations).Allowed);
        Assert.Equal(RoleRefusal.OwnElevation, await store.Get<RenewRole>().RunAsync(sam, "sam", Role.Support, Spring, RoleReason.StillNeeded, Stop));
        Assert.Null(await store.Get<RenewRole>().RunAsync(ada, "sam", Role.Support, AccessStore.Noon.AddHours(3), RoleReason.StillNeeded, Stop));
        store.Clock.Advance(TimeSpan.FromHours(2));
        Assert.True(store.Ask(sam, Amy, Category.Coverage, PurposeOfUse.Operations).Allowed);
        store.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Refusal.NotYourRole, store.Ask(sam, Amy, Category.Coverage, PurposeOfUse.Operations).Refusal);
        Assert.Equal(RoleRefusal.NotHeld, await store.Get<RenewRole>().RunAsync(ada, "sam", Role.Support, Spring, RoleReason.StillNeeded, Stop));
    }

    [Fact]
    public async Task A_role_taken_away_closes_what_it_opened_at_once()
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, sam) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("sam", null, Role.Support));
        await store.Get<PrivacyPortal.Services.Needs.OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        Assert.True(store.Ask(sam, Amy, Category.Coverage, PurposeOfUse.Operations).Allowed);
        Assert.Equal(RoleRefusal.NotYourOffice, await store.Get<RevokeRole>().RunAsync(sam, "sam", Role.Support, Stop));
        Assert.Null(await store.Get<RevokeRole>().RunAsync(ada, "sam", Role.Support, Stop));
        Assert.Equal(Refusal.NotYourRole, store.Ask(sam, Amy, Category.Coverage, PurposeOfUse.Operations).Refusal);
    }

    private static PatientId Amy => PatientId.From("amy")!.Value;

    private static async Task<bool> HoldsAsync(AccessStore store, string account, Role role)
    {
        await using var db = await store.OpenAsync();
        return await db.RoleGrants.AnyAsync(row => row.AccountId == account && row.Role == role);
    }
}
