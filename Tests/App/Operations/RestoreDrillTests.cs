using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.App.Operations;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Operations;

/// <summary>A portal is lost and comes back from its backup: passwords and second factors work, the audit verifies, and nothing is written over on the way.</summary>
public sealed class RestoreDrillTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Backup => Path.Combine(folder.Path, "backup");

    private string Empty => Path.Combine(folder.Path, "new");

    [Fact]
    public async Task What_was_backed_up_while_it_served_works_after_it_is_restored()
    {
        Authenticator authenticator;
        long entries;
        await using (var portal = await PortalHost.StartAsync())
        {
            using var member = await portal.SignedInAsync("member-1");
            using var staff = await portal.WithPasswordOnlyAsync("support-1", Role.Support, null);
            authenticator = await Authenticator.AddAsync(staff, "/second-factor", portal.Clock);
            using var stop = new CancellationTokenSource();
            var writing = WriteAsync(portal, stop.Token); // it is no quiet moment
            Assert.Equal(0, await RunAsync("backup", Backup, portal.DataDirectory));
            await stop.CancelAsync();
            entries = await writing;
        }
        Assert.Equal(0, await RunAsync("restore", Backup, Empty));
        await using var restored = await PortalHost.StartAsync(new Dictionary<string, string?> { ["Portal:DataDirectory"] = Empty });
        restored.Clock.Advance(TimeSpan.FromMinutes(10)); // a code is good once
        using var browser = restored.NewBrowser();
        Assert.Equal("/records", browser.Target(await browser.SignInAsync("member-1", PortalHost.Password)));
        using var again = restored.NewBrowser();
        await again.SignInAsync("support-1", PortalHost.Password);
        await again.PostFormAsync("/second-factor", new() { ["Code"] = authenticator.CodeAt(restored.Clock.GetUtcNow()) }, handler: "give-code");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await again.GetAsync("/account")).StatusCode);
        Assert.True(restored.Services.GetRequiredService<VerifyAudit>().Store(TestContext.Current.CancellationToken).Passed);
        Assert.True(entries > 0);
    }

    [Fact]
    public async Task Sessions_of_before_are_over_after_a_restore()
    {
        await using (var portal = await PortalHost.StartAsync())
        {
            using var member = await portal.SignedInAsync("member-1");
            Assert.Equal(0, await RunAsync("backup", Backup, portal.DataDirectory));
        }
        Assert.Equal(0, await RunAsync("restore", Backup, Empty));
        await using var restored = await PortalHost.StartAsync(new Dictionary<string, string?> { ["Portal:DataDirectory"] = Empty });
        await using var db = restored.Store();
        Assert.NotEmpty(await db.Sessions.ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(await db.Sessions.ToListAsync(TestContext.Current.CancellationToken), session => Assert.NotNull(session.EndedAt));
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        await using var portal = await PortalHost.StartAsync();
        Assert.Equal(0, await RunAsync("backup", Backup, portal.DataDirectory));
        var before = BackupManifest.Digest(Path.Combine(Backup, BackupManifest.Name));
        Assert.Equal(1, await RunAsync("backup", Backup, portal.DataDirectory));
        Assert.Equal(before, BackupManifest.Digest(Path.Combine(Backup, BackupManifest.Name)));
        Assert.Equal(1, await RunAsync("restore", Backup, portal.DataDirectory)); // it runs
        using var browser = portal.NewBrowser();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).StatusCode);
    }

    [Theory]
    [InlineData(BackupCommand.Store)]
    [InlineData(BackupManifest.Name)]
    [InlineData(BackupCommand.SigningKey)]
    public async Task A_backup_that_was_not_finished_or_is_not_as_it_was_is_refused_whole(string file)
    {
        await using var portal = await PortalHost.StartAsync();
        await portal.AccountAsync("member-1");
        await portal.Services.GetRequiredService<IAuditLog>().AppendAsync(new AuditEntry(AuditAct.SignIn, Allowed: false), default);
        Assert.Equal(0, await RunAsync("backup", Backup, portal.DataDirectory));
        var path = Path.Combine(Backup, file);
        if (File.Exists(path))
            await File.AppendAllTextAsync(path, "x", TestContext.Current.CancellationToken);
        else
            await File.WriteAllTextAsync(Path.Combine(Backup, BackupManifest.Name), "{}", TestContext.Current.CancellationToken);
        Assert.Equal(1, await RunAsync("restore", Backup, Empty));
        Assert.False(Directory.Exists(Empty) && Directory.EnumerateFiles(Empty, "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task Only_the_portals_user_may_read_a_backup()
    {
        await using var portal = await PortalHost.StartAsync();
        Assert.Equal(0, await RunAsync("backup", Backup, portal.DataDirectory));
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        var files = Directory.GetFiles(Backup, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & others) == UnixFileMode.None, file));
    }

    [Fact]
    public async Task Where_there_is_no_store_there_is_no_backup()
    {
        Assert.Equal(1, await RunAsync("backup", Backup, Empty));
        Assert.False(Directory.Exists(Empty));
    }

    [Fact]
    public async Task A_store_in_a_database_of_many_nodes_is_not_taken_for_a_file()
    {
        await using var portal = await PortalHost.StartAsync();
        Assert.Equal(1, await PortalCommands.RunAsync(["backup", Backup, "--Portal:DataDirectory", portal.DataDirectory, "--Store:Provider", "PostgreSql"]));
        Assert.False(Directory.Exists(Backup));
    }

    public void Dispose() => folder.Dispose();

    private static Task<int> RunAsync(string command, string folder, string data) => PortalCommands.RunAsync([command, folder, "--Portal:DataDirectory", data]);

    private static async Task<long> WriteAsync(PortalHost portal, CancellationToken stop)
    {
        var log = portal.Services.GetRequiredService<IAuditLog>();
        var last = 0L;
        while (!stop.IsCancellationRequested)
            last = await log.AppendAsync(new AuditEntry(AuditAct.SignIn, Allowed: false), default);
        return last;
    }
}
