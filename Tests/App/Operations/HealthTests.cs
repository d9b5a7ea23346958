using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.App.Operations;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Operations;

/// <summary>Health is answered on the private port alone, and "ready" is what the portal can do.</summary>
public sealed class HealthTests
{
    private static readonly Dictionary<string, string?> On = new() { ["Health:Port"] = "0" };

    [Fact]
    public async Task A_portal_that_answers_is_live_and_one_with_all_its_parts_is_ready()
    {
        await using var portal = await PortalHost.StartAsync(On);
        Assert.Equal((HttpStatusCode.OK, "live\n"), await AskAsync(portal, "/health/live"));
        var (status, said) = await AskAsync(portal, "/health/ready");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["good", "good", "good", "good", "good"], Parts(said));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_public_ports_have_no_health(string address)
    {
        await using var portal = await PortalHost.StartAsync(On);
        using var visitor = portal.NewBrowser();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(portal, "/sign-in")).Status);
    }

    [Fact]
    public async Task Unless_a_port_is_set_nothing_listens()
    {
        await using var portal = await PortalHost.StartAsync();
        Assert.Null(portal.Services.GetRequiredService<HealthListener>().Address);
    }

    [Fact]
    public async Task A_record_system_that_does_not_answer_is_said_and_the_portal_stays_ready()
    {
        await using var portal = await PortalHost.StartAsync(On);
        portal.Services.GetRequiredService<RecordSystemState>().Silent();
        var (status, said) = await AskAsync(portal, "/health/ready");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"state\":\"degraded\"", said, StringComparison.Ordinal);
        Assert.Contains("\"records\":\"not reached\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_someone_else_holds_is_not_ready()
    {
        await using var portal = await PortalHost.StartAsync(On);
        await using var other = new SqliteConnection($"Data Source={Path.Combine(portal.DataDirectory, "portal.db")}");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using (var held = other.BeginTransaction())
            Assert.Equal(["good", "not good", "good", "good", "good"], Parts(await NotReadyAsync(portal)));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(portal, "/health/ready")).Status);
    }

    [Fact]
    public async Task A_disk_without_room_is_not_ready()
    {
        await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?>(On) { ["Health:LeastFreeMiB"] = "900000000" });
        Assert.Equal(["good", "good", "good", "good", "not good"], Parts(await NotReadyAsync(portal)));
    }

    [Fact]
    public async Task A_key_ring_that_cannot_be_used_is_not_ready()
    {
        await using var portal = await PortalHost.StartAsync(On, services => services.AddSingleton<IDataProtectionProvider>(new LostKeys()));
        Assert.Equal(["good", "good", "not good", "good", "good"], Parts(await NotReadyAsync(portal)));
    }

    [Fact]
    public async Task A_portal_that_is_told_to_stop_says_so_and_serves_on_for_its_time()
    {
        await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?>(On) { ["Health:DrainSeconds"] = "20" });
        var drain = portal.Services.GetRequiredService<Drain>().StoppingAsync(default);
        Assert.Equal(["not good", "good", "good", "good", "good"], Parts(await NotReadyAsync(portal)));
        using var visitor = portal.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in")).StatusCode);
        Assert.False(drain.IsCompleted);
        portal.Clock.Advance(TimeSpan.FromSeconds(20));
        await drain.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    private static async Task<string> NotReadyAsync(PortalHost portal)
    {
        var (status, said) = await AskAsync(portal, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        return said;
    }

    private static string[] Parts(string said)
    {
        using var json = JsonDocument.Parse(said);
        return [.. new[] { "serving", "store", "keys", "audit", "disk" }.Select(part => json.RootElement.GetProperty(part).GetString()!)];
    }

    private static async Task<(HttpStatusCode Status, string Said)> AskAsync(PortalHost portal, string address)
    {
        using var client = new HttpClient { BaseAddress = portal.Services.GetRequiredService<HealthListener>().Address };
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed class LostKeys : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => throw new System.Security.Cryptography.CryptographicException("The key ring is lost.");

        public byte[] Unprotect(byte[] protectedData) => throw new System.Security.Cryptography.CryptographicException("The key ring is lost.");
    }
}
