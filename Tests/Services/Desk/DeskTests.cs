using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Desk;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Services.Assignment;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Desk;

/// <summary>The desk does nothing before both are sure of each other, finds nobody but by an exact number, and never holds what opens an account.</summary>
[Trait("clause", "C5")]
[Trait("clause", "C6")]
public sealed partial class DeskTests
{
    private static readonly SignInOrigin Home = new("192.0.2.7", null);

    [Fact]
    public async Task Nothing_can_be_finished_before_every_step_is_done()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var (who, call) = await CallAsync(host, asked: true);
        Assert.Equal(DeskRefusal.NotVerified, await host.Get<FinishCall>().LetterAsync(who, call, default));
        await host.Get<VerifyCaller>().CalledBackAsync(who, call, default); // whoever has not seen the number has not called it
        await host.Get<VerifyCaller>().WordsConfirmedAsync(who, call, default);
        Assert.Equal(DeskRefusal.NotVerified, await host.Get<FinishCall>().LetterAsync(who, call, default));
        Assert.Equal(DeskRefusal.NotVerified, (await host.Get<FinishCall>().HalvesAsync(who, call, default)).Refusal);
        Assert.Equal(DeskRefusal.NotVerified, await host.Get<FinishCall>().EndSessionsAsync(who, call, default));
        await using var db = host.Portal.Store();
        Assert.Empty(await db.Assignments.ToListAsync());
        Assert.Equal("+1 555 0100", Assert.Single((await host.Get<VerifyCaller>().NumbersAsync(who, call, default)).Numbers!.Numbers));
        await host.Get<VerifyCaller>().CalledBackAsync(who, call, default);
        Assert.Null(await host.Get<FinishCall>().LetterAsync(who, call, default));
        Assert.Equal(1, await host.LettersAsync());
    }

    [Fact]
    public async Task The_words_on_the_screen_that_asked_are_the_words_at_the_desk()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var words = await host.Get<ForgottenPassword>().CallAsync("member-1", Home, default);
        var who = await host.AtDeskAsync();
        var asked = Assert.Single(await host.Get<BeginCall>().AskedAsync(who, default));
        var (call, _) = await host.Get<BeginCall>().TakeAsync(who, asked.Id, default);
        var read = await host.Get<VerifyCaller>().ReadAsync(who, call!, default);
        Assert.Equal((words, DeskWords.Screen), (read!.Words, read.WordsOn));
        Assert.Empty(await host.Get<BeginCall>().AskedAsync(who, default));
    }

    [Fact]
    public async Task Without_words_that_the_person_can_see_the_desk_cannot_finish()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var (who, call) = await CallAsync(host);
        await host.Get<VerifyCaller>().NumbersAsync(who, call, default);
        await host.Get<VerifyCaller>().CalledBackAsync(who, call, default);
        await host.Get<VerifyCaller>().WordsConfirmedAsync(who, call, default);
        Assert.Equal(DeskRefusal.NotVerified, await host.Get<FinishCall>().LetterAsync(who, call, default));
    }

    [Fact]
    public async Task A_code_from_the_address_of_record_gives_a_letter_and_no_halves()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var (who, call) = await CallAsync(host);
        Assert.Null(await host.Get<VerifyCaller>().SendCodeAsync(who, call, default));
        await host.MailsAsync();
        var mail = Code().Match(host.Smtp.Taken.Single().Text);
        Assert.DoesNotContain(mail.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), host.OnDisk(), StringComparison.Ordinal);
        Assert.Equal(mail.Groups[2].Value.Trim(), (await host.Get<VerifyCaller>().ReadAsync(who, call, default))!.Words);
        Assert.Equal(DeskRefusal.WrongCode, await host.Get<VerifyCaller>().CodeGivenAsync(who, call, "00000000", default));
        Assert.Null(await host.Get<VerifyCaller>().CodeGivenAsync(who, call, mail.Groups[1].Value, default));
        await host.Get<VerifyCaller>().WordsConfirmedAsync(who, call, default);
        Assert.Equal(DeskRefusal.HalvesWantCallBack, (await host.Get<FinishCall>().HalvesAsync(who, call, default)).Refusal);
        Assert.Null(await host.Get<FinishCall>().LetterAsync(who, call, default));
    }

    [Fact]
    public async Task Three_wrong_codes_end_the_code()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var (who, call) = await CallAsync(host);
        await host.Get<VerifyCaller>().SendCodeAsync(who, call, default);
        await host.MailsAsync();
        for (var i = 0; i < 3; i++)
            Assert.Equal(DeskRefusal.WrongCode, await host.Get<VerifyCaller>().CodeGivenAsync(who, call, "00000000", default));
        Assert.Equal(DeskRefusal.CodeOver, await host.Get<VerifyCaller>().CodeGivenAsync(who, call, Code().Match(host.Smtp.Taken.Single().Text).Groups[1].Value, default));
    }

    [Fact]
    public async Task Halves_are_refused_while_the_contact_is_new_and_the_letter_is_not()
    {
        await using var host = await AssignmentHost.StartAsync();
        Assert.Empty(host.Records.Folder.ImportText($$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{AssignmentHost.Amy.Replace("0100", "0199", StringComparison.Ordinal)}}}]}""").Reasons);
        host.Portal.Clock.SetUtcNow(DateTimeOffset.UtcNow.AddDays(9));
        await host.Portal.AccountAsync("member-1");
        var (who, call) = await VerifiedAsync(host);
        Assert.Equal(DeskRefusal.ContactIsNew, (await host.Get<FinishCall>().HalvesAsync(who, call, default)).Refusal);
        Assert.Null(await host.Get<FinishCall>().LetterAsync(who, call, default));
        host.Portal.Clock.Advance(TimeSpan.FromDays(2));
        (who, call) = await VerifiedAsync(host, "support-2");
        Assert.NotNull((await host.Get<FinishCall>().HalvesAsync(who, call, default)).Half);
    }

    [Fact]
    [Trait("clause", "C8")]
    public async Task Closing_waits_for_nothing_ends_everything_and_begins_a_letter()
    {
        await using var host = await AssignmentHost.StartAsync();
        using var member = await host.Portal.SignedInAsync("member-1");
        var (who, call) = await CallAsync(host);
        Assert.Null(await host.Get<FinishCall>().CloseAsync(who, call, default));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await member.GetAsync("/records")).StatusCode);
        Assert.Null(await host.SignInAsync("member-1", PortalHost.Password));
        Assert.Equal(1, await host.LettersAsync());
        Assert.Equal("/set-password", await host.SignInAsync("member-1", AssignmentHost.SecretIn((await host.PagesAsync())[0])));
    }

    [Fact]
    [Trait("clause", "C7")]
    public async Task A_lost_second_step_goes_with_the_password_after_a_call_back_and_only_the_letter_opens_the_account()
    {
        await using var host = await AssignmentHost.StartAsync();
        using var member = await host.Portal.SignedInAsync("member-1");
        var account = await host.IdOfAsync("member-1");
        await using (var db = host.Portal.Store())
        {
            db.SecondFactors.Add(new SecondFactorRow { Id = "f1", AccountId = account, Kind = SecondFactorKind.Authenticator, AddedAt = host.Portal.Clock.GetUtcNow() });
            db.RecoveryCodes.Add(new RecoveryCodeRow { AccountId = account, Digest = [1], MadeAt = host.Portal.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }
        var (who, call) = await CallAsync(host, asked: true);
        Assert.Equal(DeskRefusal.NotVerified, await host.Get<FinishCall>().LostFactorAsync(who, call, default));
        await using (var db = host.Portal.Store())
            Assert.Equal((1, 1, PasswordState.Personal), (await db.SecondFactors.CountAsync(row => row.AccountId == account), await db.RecoveryCodes.CountAsync(row => row.AccountId == account), (await db.Users.SingleAsync(user => user.Id == account)).PasswordState));
        await host.Get<VerifyCaller>().NumbersAsync(who, call, default);
        await host.Get<VerifyCaller>().CalledBackAsync(who, call, default);
        await host.Get<VerifyCaller>().WordsConfirmedAsync(who, call, default);
        Assert.Null(await host.Get<FinishCall>().LostFactorAsync(who, call, default));
        await using (var db = host.Portal.Store())
            Assert.Equal((0, 0), (await db.SecondFactors.CountAsync(row => row.AccountId == account), await db.RecoveryCodes.CountAsync(row => row.AccountId == account)));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await member.GetAsync("/records")).StatusCode);
        Assert.Null(await host.SignInAsync("member-1", PortalHost.Password));
        Assert.Contains("DeskForgotFactors", string.Concat(await host.Portal.AuditAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await host.LettersAsync());
        Assert.Equal("/set-password", await host.SignInAsync("member-1", AssignmentHost.SecretIn((await host.PagesAsync())[0])));
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task Only_an_exact_number_finds_nothing_of_the_person_comes_back_and_searching_has_an_end()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var who = await host.AtDeskAsync();
        foreach (var wrong in (string[])["M-471", "m-4711 ", "Shaw", "Amy", "", "support-1", "M-47111"])
            Assert.Equal(wrong == "m-4711 " ? DeskRefusal.NothingFound : DeskRefusal.NothingFound, (await host.Get<BeginCall>().FindAsync(who, wrong, default)).Refusal);
        var (call, _) = await host.Get<BeginCall>().FindAsync(who, " M-4711 ", default);
        var read = await host.Get<VerifyCaller>().ReadAsync(who, call!, default);
        Assert.Equal("member-1", read!.SignInName);
        var found = 8;
        while ((await host.Get<BeginCall>().FindAsync(who, "nobody", default)).Refusal != DeskRefusal.TooMany)
            found++;
        Assert.Equal(30, found);
        var line = (await host.Portal.AuditAsync())[^1];
        Assert.Contains("\"act\":\"DeskSought\"", line, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", line, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task Another_employee_another_role_and_a_later_hour_get_nothing()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var (who, call) = await CallAsync(host);
        var other = await host.AtDeskAsync("support-2");
        Assert.Null(await host.Get<VerifyCaller>().ReadAsync(other, call, default));
        Assert.Equal(DeskRefusal.CallOver, await host.Get<FinishCall>().CloseAsync(other, call, default));
        var examiner = who with { AccountId = other.AccountId, Roles = new HashSet<Role> { Role.ClaimsExaminer } };
        Assert.Equal(DeskRefusal.NotYourRole, (await host.Get<BeginCall>().FindAsync(examiner, "M-4711", default)).Refusal);
        host.Portal.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(await host.Get<VerifyCaller>().ReadAsync(who, call, default));
    }

    [Fact]
    [Trait("clause", "C8")]
    public async Task Ending_sessions_and_closing_tell_the_member_how_the_caller_was_verified_or_that_nobody_was()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var (who, unverified) = await CallAsync(host);
        Assert.Null(await host.Get<FinishCall>().CloseAsync(who, unverified, default));
        var (again, call) = await VerifiedAsync(host, "support-2");
        Assert.Null(await host.Get<FinishCall>().EndSessionsAsync(again, call, default));
        Assert.Null(await host.Get<FinishCall>().CloseAsync(again, call, default));
        var member = new Actor(await host.IdOfAsync("member-1"), "s", new HashSet<Role> { Role.Member }, PatientId.From("p1"), true);
        var lines = (await host.Get<PrivacyPortal.Services.Activity.IOwnActivity>().LatestAsync(member, 100, default)).Select(PrivacyPortal.Components.Account.ActivityWords.Say).ToList();
        Assert.Contains("The plan's desk closed your password because a caller said that someone else may know it. Closing waits for no proof of who calls.", lines);
        Assert.Contains("The plan's desk ended all your sessions, after making sure of you: you were called at the number in your record.", lines);
        Assert.Contains("The plan's desk closed your password because someone else may know it, after making sure of you: you were called at the number in your record.", lines);
    }

    [Fact]
    public async Task The_member_reads_what_the_desk_did_and_how_it_was_verified()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        var (who, call) = await VerifiedAsync(host);
        await host.Get<FinishCall>().LetterAsync(who, call, default);
        var member = new Actor(await host.IdOfAsync("member-1"), "s", new HashSet<Role> { Role.Member }, PatientId.From("p1"), true);
        var lines = (await host.Get<PrivacyPortal.Services.Activity.IOwnActivity>().LatestAsync(member, 100, default)).Select(PrivacyPortal.Components.Account.ActivityWords.Say).ToList();
        Assert.Contains("The plan's desk began to assign a new password, after making sure of you: you were called at the number in your record.", lines);
        Assert.Contains("The plan's desk noted that you saw the same three words.", lines);
    }

    private static async Task<(Actor Who, string Call)> CallAsync(AssignmentHost host, string name = "support-1", bool asked = false)
    {
        if (asked)
            await host.Get<ForgottenPassword>().CallAsync("member-1", Home, default);
        var who = await host.AtDeskAsync(name);
        var (call, refusal) = await host.Get<BeginCall>().FindAsync(who, "M-4711", default);
        Assert.Null(refusal);
        return (who, call!);
    }

    private static async Task<(Actor Who, string Call)> VerifiedAsync(AssignmentHost host, string name = "support-1")
    {
        var (who, call) = await CallAsync(host, name, asked: true);
        await host.Get<VerifyCaller>().NumbersAsync(who, call, default);
        await host.Get<VerifyCaller>().CalledBackAsync(who, call, default);
        await host.Get<VerifyCaller>().WordsConfirmedAsync(who, call, default);
        return (who, call);
    }

    [GeneratedRegex(@"^ +(\d{4} \d{4}) +([a-z]+ [a-z]+ [a-z]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Code();
}
