using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Assignment;

/// <summary>A sealed letter: in the record system and nowhere else, beside the password until it is used, then in its place.</summary>
[Trait("clause", "C3")]
[Trait("clause", "C5")]
public sealed class LetterTests
{
    [Fact]
    [Trait("clause", "C7")]
    public async Task The_letter_is_addressed_from_the_record_and_its_secret_is_nowhere_else()
    {
        await using var host = await AssignmentHost.StartAsync();
        (await host.Portal.SignedInAsync("member-1")).Dispose();
        await host.BeginLetterAsync("member-1");
        Assert.Equal(1, await host.LettersAsync());
        Assert.Equal(1, await host.MailsAsync());
        var page = Assert.Single(await host.PagesAsync());
        Assert.Contains("Amy Shaw", page, StringComparison.Ordinal);
        Assert.Contains("12 Canary Wharf Road", page, StringComparison.Ordinal);
        var secret = AssignmentHost.SecretIn(page);
        Assert.Equal(34, secret.Length);
        var (disk, mail) = (host.OnDisk(), string.Concat(host.Smtp.Taken.Select(taken => taken.Text)) + string.Concat(host.Smtp.InTheClear));
        Assert.All(AssignmentHost.FormsOf(secret), form =>
        {
            Assert.DoesNotContain(form, disk, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(form, mail, StringComparison.OrdinalIgnoreCase);
        });
        Assert.DoesNotContain("Canary Wharf", disk, StringComparison.Ordinal);
        var letter = (await host.Records.GetAsync("Communication")).GetProperty("entry")[0].GetProperty("resource");
        Assert.Equal("Patient/p1", letter.GetProperty("recipient")[0].GetProperty("reference").GetString());
        Assert.Equal("V", letter.GetProperty("meta").GetProperty("security")[0].GetProperty("code").GetString());
        Assert.Equal(0, await host.LettersAsync()); // once
    }

    [Fact]
    public async Task The_password_of_now_works_until_the_letter_is_used_and_then_everything_before_it_is_over()
    {
        await using var host = await AssignmentHost.StartAsync();
        using var browser = await host.Portal.SignedInAsync("member-1");
        await host.BeginLetterAsync("member-1");
        await host.LettersAsync();
        var secret = AssignmentHost.SecretIn((await host.PagesAsync())[0]);
        Assert.Equal("/records", await host.SignInAsync("member-1", PortalHost.Password));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync("/records")).StatusCode);
        using var reader = host.Portal.NewBrowser();
        Assert.Equal("/set-password", reader.Target(await reader.SignInAsync("member-1", secret.Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant())));
        Assert.Equal("/sign-in?then=%2Frecords", browser.Target(await browser.GetAsync("/records")));
        Assert.Null(await host.SignInAsync("member-1", PortalHost.Password));
        Assert.Equal("/set-password", await host.SignInAsync("member-1", secret)); // the connection was lost: the same secret again
        using var again = host.Portal.NewBrowser();
        await again.SignInAsync("member-1", secret);
        Assert.Equal("/records", again.Target(await again.PostFormAsync("/set-password", new() { ["NewPassword"] = "pebble harvest violin cactus", ["ConfirmPassword"] = "pebble harvest violin cactus" })));
        Assert.Null(await host.SignInAsync("member-1", secret));
        Assert.Equal("/records", await host.SignInAsync("member-1", "pebble harvest violin cactus"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fifteen_minutes_after_its_first_use_an_assigned_password_opens_nothing(bool byLetter)
    {
        await using var host = await AssignmentHost.StartAsync();
        var secret = await host.Portal.AccountAsync("member-1");
        if (byLetter)
        {
            await host.BeginLetterAsync("member-1");
            await host.LettersAsync();
            secret = AssignmentHost.SecretIn((await host.PagesAsync())[0]);
        }
        Assert.Equal("/set-password", await host.SignInAsync("member-1", secret));
        host.Portal.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("/set-password", await host.SignInAsync("member-1", secret));
        host.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await host.SignInAsync("member-1", secret));
    }

    [Fact]
    public async Task A_letter_works_for_21_days_and_a_newer_one_ends_it()
    {
        await using var host = await AssignmentHost.StartAsync();
        await host.Portal.AccountAsync("member-1");
        foreach (var _ in (int[])[1, 2])
        {
            await host.BeginLetterAsync("member-1");
            await host.LettersAsync();
            host.Portal.Clock.Advance(TimeSpan.FromSeconds(2));
        }
        var secrets = (await host.PagesAsync()).Select(AssignmentHost.SecretIn).ToList();
        await using (var db = host.Portal.Store())
            Assert.Equal([AssignmentState.Void, AssignmentState.Live], await db.Assignments.OrderBy(row => row.At).Select(row => row.State).ToListAsync());
        host.Portal.Clock.Advance(TimeSpan.FromDays(21) - TimeSpan.FromMinutes(1));
        var opened = new List<string?>();
        foreach (var secret in secrets)
            opened.Add(await host.SignInAsync("member-1", secret));
        Assert.Single(opened, "/set-password");
        await host.BeginLetterAsync("member-1");
        await host.LettersAsync();
        var last = (await host.PagesAsync()).Select(AssignmentHost.SecretIn).Except(secrets).Single();
        host.Portal.Clock.Advance(TimeSpan.FromDays(21));
        Assert.Null(await host.SignInAsync("member-1", last));
    }

    [Fact]
    public async Task When_the_answer_is_lost_the_record_system_is_asked_and_there_is_one_letter()
    {
        var road = new BrokenRoad();
        await using var host = await AssignmentHost.StartAsync(services: road.Between);
        await host.Portal.AccountAsync("member-1");
        await host.BeginLetterAsync("member-1");
        road.LosesTheAnswer = true;
        Assert.Equal(0, await host.LettersAsync());
        var secret = AssignmentHost.SecretIn(Assert.Single(await host.PagesAsync()));
        Assert.Null(await host.SignInAsync("member-1", secret)); // nobody knows yet whether it arrived
        road.LosesTheAnswer = false;
        host.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await host.LettersAsync());
        Assert.Single(await host.PagesAsync());
        Assert.Equal("/set-password", await host.SignInAsync("member-1", secret));
    }

    [Fact]
    public async Task When_the_record_system_was_down_for_an_hour_there_is_one_letter_in_the_end()
    {
        var road = new BrokenRoad { Down = true };
        await using var host = await AssignmentHost.StartAsync(services: road.Between);
        (await host.Portal.SignedInAsync("member-1")).Dispose();
        await host.BeginLetterAsync("member-1");
        for (var minute = 0; minute < 60; minute++, host.Portal.Clock.Advance(TimeSpan.FromMinutes(1)))
            Assert.Equal(0, await host.LettersAsync());
        Assert.Equal("/records", await host.SignInAsync("member-1", PortalHost.Password));
        road.Down = false;
        host.Portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await host.LettersAsync());
        Assert.Equal("/set-password", await host.SignInAsync("member-1", AssignmentHost.SecretIn(Assert.Single(await host.PagesAsync()))));
    }

    [Fact]
    public async Task Without_an_address_there_is_no_letter_and_nothing_changes_but_the_audit()
    {
        await using var host = await AssignmentHost.StartAsync("""{"resourceType":"Patient","id":"p1","name":[{"family":"Shaw"}]}""");
        (await host.Portal.SignedInAsync("member-1")).Dispose();
        await host.BeginLetterAsync("member-1");
        Assert.Equal(0, await host.LettersAsync());
        Assert.Equal("/records", await host.SignInAsync("member-1", PortalHost.Password));
        await using var db = host.Portal.Store();
        Assert.Equal((AssignmentState.Failed, null), await db.Assignments.Select(row => ValueTuple.Create(row.State, row.Hash)).SingleAsync());
        Assert.Contains(await host.Portal.AuditAsync(), line => line.Contains("\"act\":\"PasswordAssigned\"", StringComparison.Ordinal) && line.Contains("\"ok\":false", StringComparison.Ordinal));
        Assert.Empty(await host.PagesAsync());
    }

    [Fact]
    public async Task Strangers_who_close_the_name_do_not_keep_the_letter_out_and_ten_wrong_secrets_close_it()
    {
        await using var host = await AssignmentHost.StartAsync();
        (await host.Portal.SignedInAsync("member-1")).Dispose();
        await host.Get<SignInThrottle>().TakeAsync("member-1", new SignInOrigin("192.0.2.1", null), default);
        await using (var db = host.Portal.Store())
            await db.ThrottleLanes.ExecuteUpdateAsync(set => set.SetProperty(lane => lane.Closed, lane => lane.Failures == 1));
        Assert.Null(await host.SignInAsync("member-1", PortalHost.Password));
        await host.BeginLetterAsync("member-1");
        await host.LettersAsync();
        for (var i = 0; i < 10; i++, host.Portal.Clock.Advance(TimeSpan.FromMinutes(16)))
            Assert.Null(await host.SignInAsync("member-1", "2222-2222-2222-2222-2222-2222-2222"));
        Assert.Null(await host.SignInAsync("member-1", AssignmentHost.SecretIn((await host.PagesAsync())[0])));
        await host.BeginLetterAsync("member-1");
        await host.LettersAsync();
        Assert.Equal("/set-password", await host.SignInAsync("member-1", AssignmentHost.SecretIn((await host.PagesAsync())[^1])));
    }

    [Fact]
    public async Task A_practitioner_s_letter_goes_to_the_practitioner_s_address()
    {
        await using var host = await AssignmentHost.StartAsync("""{"resourceType":"Practitioner","id":"d1","name":[{"prefix":["Dr."],"family":"Lee"}],"address":[{"line":["1 Hospital Way"],"city":"Springfield"}]}""");
        Assert.Null(await host.Get<PrivacyPortal.Services.Assignment.EnrolAccount>().RunAsync("provider-9", Role.Provider, "Practitioner/d1", "setup", default));
        Assert.Equal(1, await host.LettersAsync());
        Assert.Contains("1 Hospital Way", Assert.Single(await host.PagesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C8")]
    public async Task Closing_the_password_ends_a_letter_that_is_out_and_begins_another()
    {
        await using var host = await AssignmentHost.StartAsync();
        using var member = await host.Portal.SignedInAsync("member-1");
        await host.BeginLetterAsync("member-1");
        await host.LettersAsync();
        var stolen = AssignmentHost.SecretIn((await host.PagesAsync())[0]);
        await member.PostFormAsync("/compromised", []);
        Assert.Null(await host.SignInAsync("member-1", stolen));
        Assert.Equal(1, await host.LettersAsync());
        var secret = (await host.PagesAsync()).Select(AssignmentHost.SecretIn).Single(one => one != stolen);
        Assert.Equal("/set-password", await host.SignInAsync("member-1", secret));
    }

    /// <summary>A road to the record system that breaks where it hurts.</summary>
    private sealed class BrokenRoad : IContactOfRecord
    {
        private IContactOfRecord real = null!;

        public bool LosesTheAnswer { get; set; }

        public bool Down { get; set; }

        public void Between(IServiceCollection services)
        {
            var made = services.Single(service => service.ServiceType == typeof(IContactOfRecord)).ImplementationFactory!;
            services.Replace(ServiceDescriptor.Singleton<IContactOfRecord>(provider =>
            {
                real = (IContactOfRecord)made(provider);
                return this;
            }));
        }

        public Task<(Addressee? To, RecordProblem? Problem)> AddresseeAsync(ContactErrand errand, CancellationToken cancel) =>
            Down ? Task.FromResult<(Addressee?, RecordProblem?)>((null, RecordProblem.Unreachable)) : real.AddresseeAsync(errand, cancel);

        public Task<(CallBack? Numbers, RecordProblem? Problem)> TelephoneAsync(ContactErrand errand, CancellationToken cancel) => real.TelephoneAsync(errand, cancel);

        public Task<(IReadOnlyList<PatientId> Found, RecordProblem? Problem)> FindAsync(string memberNumber, CancellationToken cancel) => real.FindAsync(memberNumber, cancel);

        public async Task<LetterAnswer> PostLetterAsync(ContactErrand errand, Guid letter, ReadOnlyMemory<byte> page, CancellationToken cancel)
        {
            var answer = await real.PostLetterAsync(errand, letter, page, cancel);
            return LosesTheAnswer ? LetterAnswer.Unknown : answer;
        }

        public Task<bool?> HasLetterAsync(Guid letter, CancellationToken cancel) => Down ? Task.FromResult<bool?>(null) : real.HasLetterAsync(letter, cancel);
    }
}
