using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Assignment;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Assignment;

/// <summary>Two halves by two ways: together they open for ten minutes, alone nothing; no place has both, and the store has neither.</summary>
[Trait("clause", "C7")]
public sealed partial class HalvesTests
{
    [Fact]
    public async Task Both_halves_open_and_each_alone_or_doubled_does_not()
    {
        await using var host = await AssignmentHost.StartAsync();
        (await host.Portal.SignedInAsync("member-1")).Dispose();
        var first = await BeginAsync(host);
        Assert.Null(await host.SignInAsync("member-1", $"{first}-2222-2222-2222-2222")); // nothing works before the other half is drawn
        await host.MailsAsync();
        var second = HalfIn(host.Smtp.Taken.Single().Text);
        Assert.Null(await host.SignInAsync("member-1", first));
        Assert.Null(await host.SignInAsync("member-1", second));
        Assert.Null(await host.SignInAsync("member-1", $"{second}-{first}"));
        Assert.Equal("/records", await host.SignInAsync("member-1", PortalHost.Password));
        Assert.Equal("/set-password", await host.SignInAsync("member-1", $"{first} {second}"));
    }

    [Fact]
    public async Task The_mail_has_the_second_half_only_and_the_store_has_neither()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var first = await BeginAsync(host);
        var before = host.OnDisk();
        await host.MailsAsync();
        var mail = host.Smtp.Taken.Single();
        Assert.True(mail.Secure);
        var second = HalfIn(mail.Text);
        var disk = before + host.OnDisk();
        Assert.All(AssignmentHost.FormsOf(first), form => Assert.DoesNotContain(form, mail.Text + disk, StringComparison.OrdinalIgnoreCase));
        Assert.All(AssignmentHost.FormsOf(second), form => Assert.DoesNotContain(form, disk, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(second, host.Smtp.InTheClear);
        Assert.Empty(await host.PagesAsync());
    }

    [Fact]
    public async Task Ten_minutes_after_the_first_half_both_open_nothing_and_a_late_mail_is_not_sent()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var first = await BeginAsync(host);
        await host.MailsAsync();
        host.Portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await host.SignInAsync("member-1", $"{first}-{HalfIn(host.Smtp.Taken.Single().Text)}"));
        await BeginAsync(host);
        host.Portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, await host.MailsAsync());
        await using var db = host.Portal.Store();
        Assert.Equal(NoticeState.NotDelivered, (await db.Notices.OrderByDescending(notice => notice.At).FirstAsync()).State);
    }

    [Fact]
    public async Task A_mail_that_had_to_be_sent_again_carries_a_half_of_its_own_and_the_newest_counts()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var first = await BeginAsync(host);
        host.Smtp.BreaksAfterTaking = true;
        Assert.Equal(0, await host.MailsAsync());
        host.Smtp.BreaksAfterTaking = false;
        host.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await host.MailsAsync());
        var mails = host.Smtp.Taken.ToList();
        Assert.Equal(2, mails.Select(mail => MessageId().Match(mail.Text).Value).Distinct().Count());
        Assert.Null(await host.SignInAsync("member-1", $"{first}-{HalfIn(mails[0].Text)}"));
        Assert.Equal("/set-password", await host.SignInAsync("member-1", $"{first}-{HalfIn(mails[1].Text)}"));
    }

    [Fact]
    public async Task Halves_end_a_letter_only_when_they_are_complete()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        await host.BeginLetterAsync("member-1");
        await host.LettersAsync();
        await BeginAsync(host);
        await using (var db = host.Portal.Store())
            Assert.Equal(AssignmentState.Live, (await db.Assignments.SingleAsync(row => row.Way == AssignedFor.Letter)).State);
        await host.MailsAsync();
        await using (var db = host.Portal.Store())
            Assert.Equal(AssignmentState.Void, (await db.Assignments.SingleAsync(row => row.Way == AssignedFor.Letter)).State);
    }

    private static async Task<string> BeginAsync(AssignmentHost host)
    {
        var id = await host.IdOfAsync("member-1");
        return (await host.Get<AssignAnew>().HalvesAsync(id, "desk", new AuditEntry(AuditAct.AssignmentAsked, true) { Account = id }, default)).FirstHalf.Reveal();
    }

    internal static string HalfIn(string mail) => Half().Match(mail).Groups[1].Value;

    [GeneratedRegex(@"^ +([2-9a-z]{4}(-[2-9a-z]{4}){3})\s*$", RegexOptions.Multiline)]
    private static partial Regex Half();

    [GeneratedRegex("^Message-I[dD]: .*$", RegexOptions.Multiline)]
    private static partial Regex MessageId();
}
