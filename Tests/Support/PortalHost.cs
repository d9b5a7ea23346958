using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PrivacyPortal.App;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Support;

/// <summary>The real portal over https on loopback, in this process, with a store of its own and a clock that the test moves. No record system is arranged: asking it fails.</summary>
internal sealed class PortalHost : IAsyncDisposable
{
    public const string Password = "lantern gravel otter mosaic";

    public static readonly DateTimeOffset Began = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<string> KeyRingFile = new(MakeKeyRingFile);

    private readonly TemporaryFolder folder = new();
    private readonly WebApplication app;

    private PortalHost(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? services)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalApp).Assembly.GetName().Name,
            ContentRootPath = RepositoryRoot.Path,
            EnvironmentName = "Testing",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseStaticWebAssets().UseUrls("https://127.0.0.1:0", "http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(EvaluationPlan.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portal:DataDirectory"] = folder.Path,
            ["Records:BaseUrl"] = "https://localhost:1/fhir",
            ["Records:Auth:Bearer"] = "none",
            ["Portal:KeyRing:Path"] = KeyRingFile.Value,
        });
        if (StoreOfTests.IsPostgres)
            builder.Configuration.AddInMemoryCollection([new("Store:Provider", nameof(StoreProvider.PostgreSql)), new("Store:ConnectionString", StoreOfTests.OptionsFor(folder.Path).ConnectionString)]);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddPortal(new DataDirectory(builder.Configuration), evaluation: true);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(new PasswordHashing(iterations: 1_000));
        services?.Invoke(builder.Services);
        app = builder.Build();
        app.UsePortal();
    }

    public TestClock Clock { get; } = new(Began);

    public IServiceProvider Services => app.Services;

    public Uri Https { get; private set; } = null!;

    public Uri Http { get; private set; } = null!;

    public string DataDirectory => folder.Path;

    public static async Task<PortalHost> StartAsync(IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        var host = new PortalHost(settings ?? new Dictionary<string, string?>(), services);
        await host.Services.MigrateStoreAsync(default);
        await host.app.StartAsync();
        var addresses = host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        host.Https = new Uri(addresses.Single(address => address.StartsWith("https", StringComparison.Ordinal)));
        host.Http = new Uri(addresses.Single(address => address.StartsWith("http:", StringComparison.Ordinal)));
        return host;
    }

    /// <summary>A new browser: its own cookies, no redirect followed, any certificate taken.</summary>
    public Browser NewBrowser() => new(Https);

    /// <summary>An account with its assigned password, which has stayed under the statement in force unless a test is about that.</summary>
    public async Task<string> AccountAsync(string userName, Role role = Role.Member, string? record = "Patient/p1", bool stayed = true)
    {
        var (secret, refusal) = await Services.GetRequiredService<CreateAccount>().RunAsync(userName, [role], record, "setup", default);
        Assert.Null(refusal);
        var version = stayed ? Services.GetRequiredService<StatementVersions>().Current.Id : null;
        await using var db = Store();
        await db.Users.Where(user => user.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(user => user.StatementVersion, version));
        return secret!.Reveal();
    }

    /// <summary>A browser in which the account has signed in, replaced its assigned password by <see cref="Password"/>, and added a second factor where its role needs one.</summary>
    public async Task<Browser> SignedInAsync(string userName, Role role = Role.Member, string? record = "Patient/p1")
    {
        var browser = await WithPasswordOnlyAsync(userName, role, record);
        if (role is not (Role.Member or Role.Representative))
            await Authenticator.AddAsync(browser, "/second-factor", Clock);
        return browser;
    }

    /// <summary>The same, before any second factor.</summary>
    public async Task<Browser> WithPasswordOnlyAsync(string userName, Role role = Role.Member, string? record = "Patient/p1", bool stayed = true)
    {
        var browser = NewBrowser();
        var assigned = await AccountAsync(userName, role, record, stayed);
        await browser.SignInAsync(userName, assigned);
        var answer = await browser.PostFormAsync("/set-password", new() { ["NewPassword"] = Password, ["ConfirmPassword"] = Password });
        Assert.Equal("/records", browser.Target(answer));
        return browser;
    }

    public PortalDb Store() => Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();

    /// <summary>The audit as text, one line an entry.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        await using var db = Store();
        var rows = await db.Audit.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
        return [.. rows.Select(row => System.Text.Encoding.UTF8.GetString(row.Entry))];
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }

    // one for all hosts: making an RSA key takes longer than most tests
    private static string MakeKeyRingFile()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var file = Path.Combine(folder.Path, "key-ring.pfx");
        File.WriteAllBytes(file, made.Export(X509ContentType.Pkcs12));
        return file;
    }
}
