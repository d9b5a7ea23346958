using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Notices;

/// <summary>Mail over a real SMTP server: what it says, to whom, that nothing is lost or sent twice, and that it is never said in the clear.</summary>
[Trait("clause", "C17")]
[Trait("clause", "C18")]
public sealed class NoticeDeliveryTests
{
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_mail_is_the_fixed_text_word_for_word_to_one_receiver(NoticeKind kind)
    {
        await using var smtp = new LoopbackSmtp();
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        await host.Notices.SendAsync(host.Account, kind, default);
        Assert.Equal(1, await host.RoundAsync());
        var mail = Assert.Single(smtp.Taken);
        Assert.True(mail.Secure);
        Assert.Equal("RCPT TO:<amy.shaw@mail.example>", Assert.Single(mail.Receivers).Split(" ORCPT")[0]);
        using var message = mail.Message;
        Assert.Equal(NoticeTexts.Subject, message.Subject);
        Assert.Equal(NoticeTexts.Body(kind).ReplaceLineEndings(), message.TextBody!.ReplaceLineEndings());
        Assert.Equal(["From", "Date", "Subject", "Message-Id", "To", "Auto-Submitted", "MIME-Version"], message.Headers.Select(header => header.Field));
        Assert.Equal("notices@plan.example", Assert.Single(message.From.Mailboxes).Address);
        Assert.Equal("amy.shaw@mail.example", Assert.Single(message.GetRecipients()).Address);
    }

    [Fact]
    public async Task Every_kind_has_its_own_sentence_and_no_text_has_a_digit_a_link_or_a_place_to_fill()
    {
        var texts = Enum.GetValues<NoticeKind>().Select(NoticeTexts.Body).ToList();
        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.All(texts, text => Assert.DoesNotMatch(@"[0-9{}<>@]|https?:|www\.", text));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_members_list_equals_the_outbox_and_what_the_server_took()
    {
        await using var smtp = new LoopbackSmtp();
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        var kinds = Enum.GetValues<NoticeKind>().Where(kind => !NoticeTexts.HasSlot(kind)).ToList();
        foreach (var kind in kinds)
        {
            await host.Notices.SendAsync(host.Account, kind, default);
            host.Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await host.RoundAsync();
        var list = await host.Notices.ListAsync(host.Account, default);
        Assert.Equal(Enumerable.Reverse(kinds), list.Select(notice => notice.Kind));
        Assert.All(list, notice => Assert.Equal(NoticeState.Sent, notice.State));
        Assert.Equal(list.Reverse().Select(notice => NoticeTexts.Body(notice.Kind).ReplaceLineEndings()), smtp.Taken.Select(mail => mail.Message.TextBody!.ReplaceLineEndings()));
        Assert.Empty(await host.Notices.ListAsync("someone else", default));
    }

    [Fact]
    public async Task A_notice_with_a_slot_that_nothing_fills_is_not_sent()
    {
        await using var smtp = new LoopbackSmtp();
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        foreach (var kind in Enum.GetValues<NoticeKind>().Where(NoticeTexts.HasSlot))
            await host.Notices.SendAsync(host.Account, kind, default);
        Assert.Equal(0, await host.RoundAsync());
        Assert.Empty(smtp.Taken);
        Assert.All(await host.Notices.ListAsync(host.Account, default), notice => Assert.Equal(NoticeState.NotDelivered, notice.State));
    }

    [Fact]
    public async Task A_server_that_is_down_for_an_hour_loses_nothing_and_gets_nothing_twice()
    {
        var smtp = new LoopbackSmtp();
        var (settings, port) = (smtp.Settings(""), smtp.Port);
        await smtp.DisposeAsync();
        await using var host = await NoticeHost.StartAsync(settings);
        foreach (var kind in (NoticeKind[])[NoticeKind.PasswordChanged, NoticeKind.NewMessage, NoticeKind.BreakGlassOpened])
            await host.Notices.SendAsync(host.Account, kind, default);
        for (var minute = 0; minute < 60; minute++, host.Portal.Clock.Advance(TimeSpan.FromMinutes(1)))
            Assert.Equal(0, await host.RoundAsync());
        await using var back = new LoopbackSmtp(port);
        Trust(host, back);
        for (var minute = 0; minute < 120; minute++, host.Portal.Clock.Advance(TimeSpan.FromMinutes(1)))
            await host.RoundAsync();
        Assert.Equal(3, back.Taken.Count);
        Assert.Equal(3, back.Taken.Select(mail => mail.Message.MessageId).Distinct().Count());
        Assert.InRange(back.Connections, 3, 3);
        Assert.All(await host.Notices.ListAsync(host.Account, default), notice => Assert.Equal(NoticeState.Sent, notice.State));
    }

    [Fact]
    public async Task A_mail_whose_taking_was_not_heard_is_sent_again_as_the_same_mail()
    {
        await using var smtp = new LoopbackSmtp { BreaksAfterTaking = true };
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
        await host.RoundAsync();
        Assert.Equal(NoticeState.Waiting, (await host.OnlyRowAsync()).State);
        smtp.BreaksAfterTaking = false;
        host.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.RoundAsync();
        Assert.Equal(NoticeState.Sent, (await host.OnlyRowAsync()).State);
        Assert.Equal(2, smtp.Taken.Count);
        Assert.Single(smtp.Taken.Select(mail => mail.Message.MessageId).Distinct());
    }

    [Fact]
    public async Task A_process_that_died_while_sending_leaves_the_notice_to_the_next_one()
    {
        await using var smtp = new LoopbackSmtp();
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
        await using (var db = host.Portal.Store()) // as the store stands when the process is killed between taking up and marking
        {
            var row = await db.Notices.SingleAsync();
            (row.State, row.Attempts, row.NextTryAt) = (NoticeState.Sending, 1, host.Portal.Clock.GetUtcNow().AddMinutes(5));
            await db.SaveChangesAsync();
        }
        Assert.Equal(0, await host.RoundAsync());
        host.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await host.RoundAsync());
        Assert.Equal(0, await host.RoundAsync());
        Assert.Single(smtp.Taken);
    }

    [Fact]
    public async Task Two_senders_at_once_send_one_mail()
    {
        await using var smtp = new LoopbackSmtp();
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        for (var i = 0; i < 5; i++)
            await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(host.RoundAsync)));
        Assert.Equal(5, sent.Sum());
        Assert.Equal(5, smtp.Taken.Count);
    }

    [Fact]
    [Trait("clause", "C9")]
    public async Task A_server_without_TLS_gets_no_mail_and_no_password()
    {
        await using var smtp = new LoopbackSmtp { OffersTls = false };
        var settings = smtp.Settings();
        (settings["Smtp:UserName"], settings["Smtp:Password"]) = ("relay", "relay-password");
        await using var host = await NoticeHost.StartAsync(settings);
        await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
        Assert.Equal(0, await host.RoundAsync());
        Assert.Empty(smtp.Taken);
        Assert.True(smtp.Connections > 0);
        Assert.All(smtp.InTheClear, line => Assert.Matches("^(EHLO|QUIT)", line));
    }

    [Fact]
    [Trait("clause", "C9")]
    public async Task A_server_with_another_certificate_gets_no_mail()
    {
        await using var smtp = new LoopbackSmtp();
        foreach (var pin in (string[])[new string('0', 64), ""]) // another pin, and the usual validation of a certificate that nobody signed
        {
            await using var host = await NoticeHost.StartAsync(smtp.Settings(pin));
            await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
            Assert.Equal(0, await host.RoundAsync());
            Assert.Equal(NoticeState.Waiting, (await host.OnlyRowAsync()).State);
        }
        Assert.Empty(smtp.Taken);
    }

    [Theory]
    [InlineData("amy@mail.example\r\nBcc: everyone@mail.example")]
    [InlineData("amy@mail.example, other@mail.example")]
    [InlineData("amy@mail.example;other@mail.example")]
    [InlineData("Amy <amy@mail.example>")]
    [InlineData("\"amy shaw\"@mail.example")]
    [InlineData("amy@mail.example\n")]
    [InlineData("amy")]
    [InlineData("")]
    [InlineData(null)]
    public async Task What_is_not_one_plain_address_is_no_address(string? address)
    {
        await using var smtp = new LoopbackSmtp();
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        host.Address = address;
        await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
        Assert.Equal(0, await host.RoundAsync());
        Assert.Equal(0, smtp.Connections);
        Assert.Equal(NoticeState.InPortalOnly, (await host.OnlyRowAsync()).State);
    }

    [Fact]
    public async Task A_receiver_the_server_will_never_take_is_not_tried_again()
    {
        await using var smtp = new LoopbackSmtp { KnowsNobody = true };
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
        await host.RoundAsync();
        Assert.Equal((NoticeState.NotDelivered, null), ((await host.OnlyRowAsync()).State, (await host.OnlyRowAsync()).NextTryAt));
    }

    [Fact]
    public async Task A_record_system_that_is_away_delays_a_notice_and_three_days_end_it()
    {
        await using var smtp = new LoopbackSmtp();
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        host.Problem = RecordProblem.Unreachable;
        await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
        for (var hour = 0; hour < 71; hour++, host.Portal.Clock.Advance(TimeSpan.FromHours(1)))
            await host.RoundAsync();
        Assert.Equal(NoticeState.Waiting, (await host.OnlyRowAsync()).State);
        host.Portal.Clock.Advance(TimeSpan.FromHours(3));
        await host.RoundAsync();
        Assert.Equal(NoticeState.NotDelivered, (await host.OnlyRowAsync()).State);
        Assert.Equal(0, smtp.Connections);
    }

    [Fact]
    [Trait("clause", "C11")]
    public async Task The_address_is_read_after_its_audit_row_at_each_try_and_stays_nowhere()
    {
        await using var smtp = new LoopbackSmtp();
        await using var host = await NoticeHost.StartAsync(smtp.Settings());
        await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
        await host.RoundAsync();
        Assert.Equal(1, host.AddressesRead);
        Assert.Single(await host.Portal.AuditAsync(), line => line.Contains("\"act\":\"NoticeAddressRead\"", StringComparison.Ordinal) && line.Contains("\"subject\":\"p1\"", StringComparison.Ordinal));
        await using (var db = host.Portal.Store())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        foreach (var file in Directory.EnumerateFiles(host.Portal.DataDirectory, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            Assert.Equal(-1, memory.ToArray().AsSpan().IndexOf("mail.example"u8));
        }
    }

    [Fact]
    public async Task Without_a_mail_server_a_notice_stands_in_the_list()
    {
        await using var host = await NoticeHost.StartAsync(new Dictionary<string, string?>());
        await host.Notices.SendAsync(host.Account, NoticeKind.NewMessage, default);
        Assert.Equal(0, await host.RoundAsync());
        Assert.Equal(NoticeState.InPortalOnly, Assert.Single(await host.Notices.ListAsync(host.Account, default)).State);
        Assert.Equal(0, host.AddressesRead);
    }

    public static TheoryData<NoticeKind> Kinds() => [.. Enum.GetValues<NoticeKind>().Where(kind => !NoticeTexts.HasSlot(kind))];

    private static void Trust(NoticeHost host, LoopbackSmtp smtp) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
            .GetRequiredService<Microsoft.Extensions.Options.IOptions<SmtpOptions>>(host.Portal.Services).Value.PinnedCertificateSha256 = smtp.Pin;
}
