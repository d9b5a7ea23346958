using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.App.Operations;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Operations;

/// <summary>The rows of the fault table in docs/operations.md that a test can bring about: each ends in a clear refusal, and the portal works again when it is over.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task While_the_store_is_locked_nobody_is_let_in_and_afterwards_everybody_is()
    {
        await using var portal = await PortalHost.StartAsync();
        (await portal.SignedInAsync("member-1")).Dispose();
        using var browser = portal.NewBrowser();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(portal.DataDirectory, "portal.db")}");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using (var held = other.BeginTransaction())
            await RefusedAsync(browser, await browser.SignInAsync("member-1", PortalHost.Password));
        Assert.Null(browser.SessionCookie);
        Assert.Equal("/records", browser.Target(await browser.SignInAsync("member-1", PortalHost.Password)));
    }

    [Fact]
    public async Task On_a_full_disk_nobody_is_let_in_the_portal_is_not_ready_and_with_room_again_everything_goes_on()
    {
        Assert.SkipUnless(await MountAsync("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder.Path) == 0, "A small disk can only be made by root.");
        try
        {
            await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?> { ["Portal:DataDirectory"] = folder.Path, ["Health:LeastFreeMiB"] = "1" });
            (await portal.SignedInAsync("member-1")).Dispose();
            var filler = Path.Combine(folder.Path, "filler");
            Fill(filler);
            using var browser = portal.NewBrowser();
            HttpResponseMessage answer;
            do
                answer = await browser.SignInAsync("member-1", PortalHost.Password); // the log has a little room left
            while (browser.Target(answer) == "/records");
            await RefusedAsync(browser, answer);
            Assert.False((await portal.Services.GetRequiredService<Readiness>().AskAsync(default)).Ready);
            File.Delete(filler);
            using var again = portal.NewBrowser();
            Assert.Equal("/records", again.Target(await again.SignInAsync("member-1", PortalHost.Password)));
            Assert.True((await portal.Services.GetRequiredService<Readiness>().AskAsync(default)).Ready);
            Assert.True(portal.Services.GetRequiredService<VerifyAudit>().Store(TestContext.Current.CancellationToken).Passed);
        }
        finally
        {
            await MountAsync("umount", "-l", folder.Path);
        }
    }

    [Fact]
    public async Task Without_its_key_ring_passwords_still_open_and_second_factors_do_not()
    {
        Authenticator authenticator;
        await using (var portal = await PortalHost.StartAsync(In(folder)))
        {
            (await portal.SignedInAsync("member-1")).Dispose();
            using var staff = await portal.WithPasswordOnlyAsync("staff-1", Role.Provider, null);
            authenticator = await Authenticator.AddAsync(staff, "/second-factor", portal.Clock);
        }
        foreach (var key in Directory.GetFiles(Path.Combine(folder.Path, "keys"), "*.xml"))
            File.Delete(key);
        await using var later = await PortalHost.StartAsync(In(folder));
        later.Clock.Advance(TimeSpan.FromMinutes(10));
        using var member = later.NewBrowser();
        Assert.Equal("/records", member.Target(await member.SignInAsync("member-1", PortalHost.Password)));
        using var employee = later.NewBrowser();
        await employee.SignInAsync("staff-1", PortalHost.Password);
        using var code = await employee.PostFormAsync("/second-factor", new() { ["Code"] = authenticator.CodeAt(later.Clock.GetUtcNow()) }, handler: "give-code");
        Assert.NotEqual("/records", employee.Target(code));
        Assert.NotEqual(HttpStatusCode.OK, (await employee.GetAsync("/records")).StatusCode);
    }

    [Fact]
    public async Task A_clock_that_was_put_forward_ends_sessions_and_one_put_back_lets_nobody_in_twice()
    {
        await using (var portal = await PortalHost.StartAsync(In(folder)))
        {
            using var member = await portal.SignedInAsync("member-1");
            portal.Clock.Advance(TimeSpan.FromDays(1));
            Assert.StartsWith("/sign-in", member.Target(await member.GetAsync("/records")), StringComparison.Ordinal);
            Assert.Equal("/records", member.Target(await member.SignInAsync("member-1", PortalHost.Password)));
        }
        // the next start is a day earlier than what stands in the store
        await using var back = await PortalHost.StartAsync(In(folder));
        using var browser = back.NewBrowser();
        Assert.Equal("/records", browser.Target(await browser.SignInAsync("member-1", PortalHost.Password)));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/records")).StatusCode);
        Assert.True(back.Services.GetRequiredService<VerifyAudit>().Store(TestContext.Current.CancellationToken).Passed);
    }

    public void Dispose() => folder.Dispose();

    private static Dictionary<string, string?> In(TemporaryFolder folder) => new() { ["Portal:DataDirectory"] = folder.Path };

    private static async Task RefusedAsync(Browser browser, HttpResponseMessage answer)
    {
        Assert.Null(browser.SessionCookie);
        Assert.Null(browser.Target(answer));
        Assert.Contains("This page could not be shown", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
                stream.Write(block);
        }
        catch (IOException)
        {
            // full
        }
    }

    private static async Task<int> MountAsync(string program, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
            return -1;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
