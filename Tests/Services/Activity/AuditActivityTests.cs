using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Activity;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Activity;

[Trait("clause", "C8")]
public sealed class AuditActivityTests
{
    [Fact]
    public async Task The_sign_in_before_this_one_and_the_wrong_tries_since_are_known()
    {
        await using var portal = await PortalHost.StartAsync();
        (await portal.SignedInAsync("member-1")).Dispose();
        var before = portal.Clock.GetUtcNow();
        portal.Clock.Advance(TimeSpan.FromHours(1));
        using var browser = portal.NewBrowser();
        await browser.SignInAsync("member-1", "not the password at all");
        await browser.SignInAsync("member-1", "not the password at all");
        await browser.SignInAsync("member-1", PortalHost.Password);
        var last = await Activity(portal).LastSignInAsync(await ActorAsync(portal, browser), default);
        Assert.Equal((before, "A browser", 2), (last.At, last.On, last.WrongTriesSince));
    }

    [Fact]
    public async Task An_account_reads_its_own_events_newest_first_and_nobody_else_s()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        using var neighbour = await portal.SignedInAsync("member-2", record: "Patient/p2");
        var events = await Activity(portal).LatestAsync(await ActorAsync(portal, mine), 50, default);
        Assert.Equal([AuditAct.SessionBegan, AuditAct.SessionEnded, AuditAct.PasswordReplaced, AuditAct.SessionBegan, AuditAct.AssignedPasswordUsed, AuditAct.AccountCreated], events.Select(one => one.Act));
        Assert.All(events, one => Assert.True(one.Own));
    }

    [Fact]
    public async Task What_was_viewed_since_a_moment_is_listed_by_whoever_viewed_it()
    {
        await using var portal = await PortalHost.StartAsync();
        using var mine = await portal.SignedInAsync("member-1");
        var who = await ActorAsync(portal, mine);
        await ReadAsync(portal, who, Category.Coverage, "p1");
        portal.Clock.Advance(TimeSpan.FromDays(1));
        var since = portal.Clock.GetUtcNow();
        await ReadAsync(portal, who, Category.Claims, "p1");
        await ReadAsync(portal, who with { AccountId = "staff", SessionId = "elsewhere" }, Category.Results, "p1");
        await ReadAsync(portal, who with { AccountId = "other" }, Category.Results, "p2");
        var seen = await Activity(portal).ExposureAsync(who.AccountId, since, default);
        Assert.Equal([(Category.Results, false), (Category.Claims, true)], seen.Select(one => (one.Category!.Value, one.Own)));
    }

    private static ValueTask<long> ReadAsync(PortalHost portal, Actor who, Category category, string patient) =>
        portal.Services.GetRequiredService<IAuditLog>().AppendAsync(
            new AuditEntry(AuditAct.RecordRead, true) { Account = who.AccountId, Session = who.SessionId, Subject = patient, Category = category, Purpose = PurposeOfUse.PatientRequest, Need = NeedKind.Self }, default);

    private static IOwnActivity Activity(PortalHost portal) => portal.Services.GetRequiredService<IOwnActivity>();

    private static async Task<Actor> ActorAsync(PortalHost portal, Browser browser) =>
        (await portal.Services.GetRequiredService<SessionRegistry>().FindAsync(SessionRegistry.IdOf(browser.SessionCookie!), use: false, default))!;
}
