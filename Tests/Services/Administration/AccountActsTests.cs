using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Administration;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Administration;

[Trait("clause", "C13")]
public sealed class AccountActsTests
{
    private static readonly DateTimeOffset Spring = AccessStore.Noon.AddDays(120);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("clause", "C3")]
    public async Task An_account_is_made_without_a_password_and_known_to_the_policy_at_once()
    {
        await using var store = await AccessStore.StartAsync();
        var ada = await store.WithAsync("ada", null, Role.Administrator);
        Assert.Null(await store.Get<AddAccount>().RunAsync(ada, New("sam", Role.Support), Stop));
        await using var db = await store.OpenAsync();
        var account = await db.Users.SingleAsync(user => user.UserName == "sam", Stop);
        Assert.Equal((PasswordState.None, null), (account.PasswordState, account.PasswordHash));
        var grant = await db.RoleGrants.SingleAsync(row => row.AccountId == account.Id, Stop);
        Assert.Equal((Role.Support, "ada", "ada", Spring, RoleReason.Joined), (grant.Role, grant.GrantedBy, grant.OwnerId, grant.RenewBy, grant.Reason));
        Assert.Contains(store.Get<CurrentPolicy>().Snapshot.Facts.Accounts, known => known.Account == account.Id);
        Assert.Equal("AccountCreated done", (await store.AuditAsync())[^1]);
    }

    public static TheoryData<string, NewAccount, AdministrationRefusal> Refused => new()
    {
        { "sam", New("new-1", Role.Support), AdministrationRefusal.NotYourOffice },
        { "ada", New("No Name", Role.Support), AdministrationRefusal.BadUserName },
        { "ada", New("sam", Role.Support), AdministrationRefusal.NameTaken },
        { "ada", New("new-1"), AdministrationRefusal.NoRole },
        { "ada", New("new-1", (Role)77), AdministrationRefusal.NoRole },
        { "ada", New("new-1", Role.Administrator, Role.Support), AdministrationRefusal.AdministratorsHoldNothingElse },
        { "ada", New("new-1", Role.Support) with { RenewBy = AccessStore.Noon.AddDays(367) }, AdministrationRefusal.BadTerm },
        { "ada", New("new-1", Role.Member), AdministrationRefusal.BadReference },
        { "ada", New("new-1", Role.Member) with { RecordReference = "Practitioner/p1" }, AdministrationRefusal.BadReference },
        { "ada", New("new-1", Role.Support) with { RecordReference = "Patient/p1" }, AdministrationRefusal.BadReference },
        { "ada", New("new-1", Role.Provider) with { RecordReference = "Practitioner/?x" }, AdministrationRefusal.BadReference },
        { "ada", New("new-1", Role.Member) with { RecordReference = "Patient/amy" }, AdministrationRefusal.ReferenceTaken },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task An_account_that_may_not_be_made_changes_nothing(string by, NewAccount asked, AdministrationRefusal why)
    {
        await using var store = await AccessStore.StartAsync();
        var people = new[] { await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("sam", null, Role.Support) };
        await store.WithAsync("amy", "Patient/amy", Role.Member);
        var before = await store.EverythingAsync();
        Assert.Equal(why, await store.Get<AddAccount>().RunAsync(people.Single(actor => actor.AccountId == by), asked, Stop));
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Equal($"AccountCreated {why}", (await store.AuditAsync())[^1]);
    }

    [Fact]
    public async Task Disabling_ends_every_session_at_once_and_enabling_brings_none_back()
    {
        await using var store = await AccessStore.StartAsync();
        var (ada, sam) = (await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("sam", null, Role.Support));
        var sessions = store.Get<SessionRegistry>();
        string[] live = [await BeginAsync(sessions, "sam"), await BeginAsync(sessions, "sam")];
        var ended = new List<string>();
        sessions.Ended += ended.Add;
        Assert.Null(await store.Get<DisableAccount>().RunAsync(ada, "sam", Stop));
        Assert.Equal(live.Order(), ended.Order());
        Assert.False(store.Policy.Holds("sam", sam.Roles, Role.Support));
        Assert.Null(await store.Get<EnableAccount>().RunAsync(ada, "sam", Stop));
        foreach (var session in live)
            Assert.Null(await sessions.FindAsync(session, use: false, Stop));
        Assert.True(store.Policy.Holds("sam", sam.Roles, Role.Support));
        await using var db = await store.OpenAsync();
        Assert.All(await db.Sessions.ToListAsync(Stop), row => Assert.Equal(SessionEnd.AccountClosed, row.Ended));
    }

    [Fact]
    public async Task Ending_sessions_leaves_the_account_open()
    {
        await using var store = await AccessStore.StartAsync();
        var ada = await store.WithAsync("ada", null, Role.Administrator);
        await store.WithAsync("sam", null, Role.Support);
        var (sessions, list) = (store.Get<SessionRegistry>(), store.Get<AccountList>());
        var live = await BeginAsync(sessions, "sam");
        Assert.Equal((1, AccessStore.Noon), await LiveAsync(list, ada));
        Assert.Null(await store.Get<EndAccountSessions>().RunAsync(ada, "sam", Stop));
        Assert.Null(await sessions.FindAsync(live, use: false, Stop));
        Assert.Equal((0, AccessStore.Noon), await LiveAsync(list, ada));
        Assert.NotNull(await sessions.FindAsync(await BeginAsync(sessions, "sam"), use: false, Stop));
        Assert.Contains("AccountSessionsEnded done", await store.AuditAsync());
    }

    public static TheoryData<string, string, string, AdministrationRefusal> Wrong => new()
    {
        { "disable", "sam", "cy", AdministrationRefusal.NotYourOffice },
        { "disable", "ada", "ada", AdministrationRefusal.OwnAccount },
        { "disable", "ada", "nobody", AdministrationRefusal.NoSuchAccount },
        { "enable", "sam", "cy", AdministrationRefusal.NotYourOffice },
        { "enable", "ada", "sam", AdministrationRefusal.NotDisabled },
        { "enable", "ada", "nobody", AdministrationRefusal.NoSuchAccount },
        { "end", "sam", "cy", AdministrationRefusal.NotYourOffice },
        { "end", "ada", "ada", AdministrationRefusal.OwnAccount },
        { "end", "ada", "nobody", AdministrationRefusal.NoSuchAccount },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task An_act_that_may_not_be_done_changes_nothing_but_the_audit(string act, string by, string account, AdministrationRefusal why)
    {
        await using var store = await AccessStore.StartAsync();
        var people = new[] { await store.WithAsync("ada", null, Role.Administrator), await store.WithAsync("sam", null, Role.Support), await store.WithAsync("cy", null, Role.Support) };
        await BeginAsync(store.Get<SessionRegistry>(), "cy");
        var before = await store.EverythingAsync();
        var actor = people.Single(one => one.AccountId == by);
        var refusal = act switch
        {
            "disable" => await store.Get<DisableAccount>().RunAsync(actor, account, Stop),
            "enable" => await store.Get<EnableAccount>().RunAsync(actor, account, Stop),
            _ => await store.Get<EndAccountSessions>().RunAsync(actor, account, Stop),
        };
        Assert.Equal(why, refusal);
        Assert.Equal(before, await store.EverythingAsync());
        Assert.EndsWith($" {why}", (await store.AuditAsync())[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_reads_the_lists()
    {
        await using var store = await AccessStore.StartAsync();
        var pia = await store.WithAsync("pia", null, Role.PrivacyOfficer);
        Assert.Null(await store.Get<AccountList>().ReadAsync(pia, new AccountsAsked("", false, 50), Stop));
        Assert.Null(await store.Get<PrivacyPortal.Services.Rules.RoleBook>().ReadAsync(pia, Stop));
        Assert.Null(await store.Get<PrivacyPortal.Services.Rules.RoleBook>().FindAsync(pia, "pia", Stop));
        Assert.Null(await store.Get<PrivacyPortal.Services.Rules.RuleBook>().ReadAsync(pia, Stop));
        Assert.Null(await store.Get<PrivacyPortal.Services.Rules.RehearseRules>().RunAsync(pia, StarterRules.All, Stop));
    }

    private static NewAccount New(string name, params Role[] roles) => new(name, roles, null, Spring, RoleReason.Joined);

    private static async Task<string> BeginAsync(SessionRegistry sessions, string account) =>
        SessionRegistry.IdOf(await sessions.BeginAsync(account, default, Stop));

    private static async Task<(int, DateTimeOffset?)> LiveAsync(AccountList list, Actor ada)
    {
        var line = Assert.Single((await list.ReadAsync(ada, new AccountsAsked("sam", false, 50), Stop))!.Accounts);
        return (line.LiveSessions, line.LastSignIn);
    }
}
