using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Assignment;

/// <summary>
/// A portal that is killed (-9) between any two steps of an assignment, its first use, its replacement and a change of password: afterwards either the
/// old password works or the new one, never none, and never a letter that opens nothing when nothing else does. Each step costs a process:
/// <c>ASSIGNMENT_KILLS=all</c> in the environment takes all of them, otherwise the four that are hardest.
/// </summary>
[Trait("clause", "C3")]
[Trait("clause", "C4")]
[Trait("pace", "thorough")]
public sealed class KillTests
{
    private const string Folder = "ASSIGNMENT_KILL_FOLDER";
    private const string Step = "ASSIGNMENT_KILL_STEP";
    private const string Chosen = "pebble harvest violin cactus";

    // each is a place where the process dies: before and after every commit, and around what leaves the portal
    public static TheoryData<string> Steps => Environment.GetEnvironmentVariable("ASSIGNMENT_KILLS") == "all" ? Every : ["posted", "before:PasswordAssigned", "after:AssignedPasswordUsed", "before:PasswordReplaced"];

    private static TheoryData<string> Every => ["before:AssignmentAsked", "after:AssignmentAsked", "before:LetterAddressRead", "address", "post", "posted", "before:PasswordAssigned", "after:PasswordAssigned",
        "before:AssignedPasswordUsed", "after:AssignedPasswordUsed", "before:PasswordReplaced", "after:PasswordReplaced", "before:PasswordChanged", "after:PasswordChanged"];

    [Theory, MemberData(nameof(Steps))]
    public async Task Killed_at_any_step_the_old_or_the_new_state_stands(string step)
    {
        using var folder = new TemporaryFolder();
        using (var child = Child(folder.Path, step))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            var said = await child.StandardOutput.ReadToEndAsync(patience.Token);
            await child.WaitForExitAsync(patience.Token);
            Assert.True(child.ExitCode == 137, $"{step} was not reached: {said}");
        }
        var letters = new Letters(step: null, Path.Combine(folder.Path, "letters"));
        await using var portal = await StartAsync(folder.Path, letters, step: null);
        var old = await OpensAsync(portal, PortalHost.Password);
        var chosen = await OpensAsync(portal, Chosen);
        Assert.False(old && chosen, "two personal passwords open");
        portal.Clock.Advance(TimeSpan.FromHours(2)); // whoever takes over finishes what is due
        if (old)
        {
            await portal.Services.GetRequiredService<PrivacyPortal.Services.Assignment.LetterDelivery>().SendDueAsync(default);
            Assert.True(await OpensAsync(portal, PortalHost.Password));
        }
        await using var db = portal.Store();
        var rows = await db.Assignments.ToListAsync();
        Assert.True(rows.Count(row => row.State == AssignmentState.Live) <= 1);
        Assert.DoesNotContain(rows, row => row.State is AssignmentState.Waiting or AssignmentState.Sending);
        var opening = 0;
        foreach (var secret in letters.Secrets)
            opening += await OpensAsync(portal, secret) ? 1 : 0;
        Assert.True(old || chosen || opening == 1 || rows.Any(row => row.State == AssignmentState.Used), "nothing opens the account");
        Assert.Equal(rows.Count(row => row.State == AssignmentState.Live), opening); // a letter that is live is in the record system, once
    }

    /// <summary>The process that is killed: assigns, uses, replaces, changes, and dies where it is told to.</summary>
    [Fact(Explicit = true)]
    public async Task Assign_use_replace_and_change_until_killed()
    {
        if (Environment.GetEnvironmentVariable(Folder) is not { } folder || Environment.GetEnvironmentVariable(Step) is not { } step)
            return;
        var letters = new Letters(step, Path.Combine(folder, "letters"));
        await using var portal = await StartAsync(folder, letters, step);
        using var browser = await portal.SignedInAsync("member-1");
        var services = portal.Services;
        string id;
        await using (var db = portal.Store())
            id = (await db.Users.SingleAsync()).Id;
        KillingAudit.Armed = true;
        if (step.EndsWith(nameof(AuditAct.PasswordChanged), StringComparison.Ordinal))
        {
            var session = PrivacyPortal.Services.Sessions.SessionRegistry.IdOf(browser.SessionCookie!);
            var who = await services.GetRequiredService<PrivacyPortal.Services.Sessions.SessionRegistry>().FindAsync(session, use: false, default);
            await services.GetRequiredService<ChangePassword>().RunAsync(who!, new PasswordChange(PortalHost.Password, Chosen, Chosen), default);
        }
        await services.GetRequiredService<PrivacyPortal.Services.Assignment.AssignAnew>().LetterAsync(id, AssignmentCause.Forgotten, null, new AuditEntry(AuditAct.AssignmentAsked, true) { Account = id }, default);
        await services.GetRequiredService<PrivacyPortal.Services.Assignment.LetterDelivery>().SendDueAsync(default);
        using var reader = portal.NewBrowser();
        await reader.SignInAsync("member-1", letters.Secrets.Single());
        await reader.PostFormAsync("/set-password", new() { ["NewPassword"] = Chosen, ["ConfirmPassword"] = Chosen });
    }

    private static Task<PortalHost> StartAsync(string folder, Letters letters, string? step) => PortalHost.StartAsync(new Dictionary<string, string?> { ["Portal:DataDirectory"] = Path.Combine(folder, "data") }, services =>
    {
        services.StopBackground();
        services.Replace(ServiceDescriptor.Singleton<IContactOfRecord>(letters));
        services.Replace(ServiceDescriptor.Singleton(_ => new PrivacyPortal.Services.Passwords.PasswordHashing(1000)));
        var audit = services.Single(service => service.ServiceType == typeof(IAuditLog));
        if (step is not null)
            services.Replace(ServiceDescriptor.Singleton<IAuditLog>(provider => new KillingAudit((IAuditLog)(audit.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, audit.ImplementationType!)), step)));
    });

    private static async Task<bool> OpensAsync(PortalHost portal, string password)
    {
        using var browser = portal.NewBrowser();
        return browser.Target(await browser.SignInAsync("member-1", password)) is not null;
    }

    private static void DieAt(string? wanted, string step)
    {
        if (wanted == step)
            Signal9();
    }

    private static void Signal9()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    private static Process Child(string folder, string step)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        foreach (var argument in (string[])["-explicit", "only", "-method", $"*.{nameof(Assign_use_replace_and_change_until_killed)}", "-noColor"])
            start.ArgumentList.Add(argument);
        (start.Environment[Folder], start.Environment[Step]) = (folder, step);
        return Process.Start(start)!;
    }

    private sealed class KillingAudit(IAuditLog inner, string step) : IAuditLog
    {
        public static bool Armed { get; set; }

        public async ValueTask<long> AppendAsync(AuditEntry entry, CancellationToken cancel)
        {
            Die("before", entry);
            var place = await inner.AppendAsync(entry, cancel);
            Die("after", entry);
            return place;
        }

        public async Task SaveAsync(PortalDb changes, AuditEntry entry, CancellationToken cancel)
        {
            Die("before", entry);
            await inner.SaveAsync(changes, entry, cancel);
            Die("after", entry);
        }

        private void Die(string when, AuditEntry entry)
        {
            if (Armed)
                DieAt(step, string.Create(CultureInfo.InvariantCulture, $"{when}:{entry.Act}"));
        }
    }

    /// <summary>A record system whose letters are files: they outlive the process that is killed.</summary>
    private sealed class Letters(string? step, string folder) : IContactOfRecord
    {
        public IEnumerable<string> Secrets => Directory.Exists(folder) ? Directory.GetFiles(folder).Select(file => AssignmentHost.SecretIn(File.ReadAllText(file))) : [];

        public Task<(Addressee? To, RecordProblem? Problem)> AddresseeAsync(ContactErrand errand, CancellationToken cancel)
        {
            DieAt(step, "address");
            return Task.FromResult<(Addressee?, RecordProblem?)>((new Addressee("Amy Shaw", ["12 Road"]), null));
        }

        public Task<(CallBack? Numbers, RecordProblem? Problem)> TelephoneAsync(ContactErrand errand, CancellationToken cancel) => throw new InvalidOperationException("Nobody calls here.");

        public Task<(IReadOnlyList<PrivacyPortal.Services.Access.PatientId> Found, RecordProblem? Problem)> FindAsync(string memberNumber, CancellationToken cancel) => throw new InvalidOperationException("Nobody is sought here.");

        public Task<LetterAnswer> PostLetterAsync(ContactErrand errand, Guid letter, ReadOnlyMemory<byte> page, CancellationToken cancel)
        {
            DieAt(step, "post");
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, letter.ToString("N")), page.ToArray());
            DieAt(step, "posted");
            return Task.FromResult(LetterAnswer.Taken);
        }

        public Task<bool?> HasLetterAsync(Guid letter, CancellationToken cancel) => Task.FromResult<bool?>(File.Exists(Path.Combine(folder, letter.ToString("N"))));
    }
}
