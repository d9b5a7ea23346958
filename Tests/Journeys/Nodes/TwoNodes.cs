using System.Security.Cryptography.X509Certificates;
using PrivacyPortal.Journeys.Support;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Journeys.Nodes;

/// <summary>PostgreSQL with TLS and the roles of the deploy folder, two portals that run as the role that may only add to the audit, and nginx before them.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private const string Role = "portal_app";

    private readonly X509Certificate2 certificate = LoopbackCertificate.Make();
    private readonly PortalFolder shared = new();
    private readonly PortalFolder folderA = new();
    private readonly PortalFolder folderB = new();
    private string[] common = [];

    internal static string? WhyNot => PostgresCluster.WhyNot ?? NginxProxy.WhyNot ?? Browsers.WhyNot;

    internal PostgresCluster Database { get; private set; } = null!;

    internal CuttableWire WireOfB { get; private set; } = null!;

    internal PortalProcess A { get; private set; } = null!;

    internal PortalProcess B { get; private set; } = null!;

    internal NginxProxy Front { get; private set; } = null!;

    internal Browsers Browsers { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is not null)
            return;
        var cancel = TestContext.Current.CancellationToken;
        Database = new PostgresCluster();
        WireOfB = new CuttableWire(Database.Port);
        Database.Psql("postgres", "-v", "owner_password=of-the-owner", "-v", "app_password=of-the-app", "-f", Path.Combine(RepositoryRoot.Path, "deploy", "postgresql", "roles.sql"));
        var owner = shared.Write("owner.conn", Database.Connection("portal", "portal_owner", "of-the-owner"));
        var migrated = await PortalCommand.RunAsync("Development", cancel, "store", "migrate", "--app-role", Role, "--Store:Provider", "PostgreSql", "--Store:ConnectionFile", owner, "--Portal:DataDirectory", shared.Data);
        Assert.True(migrated.ExitCode == 0, migrated.Errors);
        common =
        [
            "--Store:Provider", "PostgreSql", "--Portal:KeysDirectory", Path.Combine(shared.Data, "keys"), "--Audit:CheckpointDirectory", Path.Combine(shared.Data, "checkpoints"),
            "--Kestrel:Certificates:Default:Path", shared.Write("node.pem", certificate.ExportCertificatePem()),
            "--Kestrel:Certificates:Default:KeyPath", shared.Write("node.key", certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()),
            "--Portal:KnownProxies:0", "127.0.0.1", .. PortalProcess.Patience,
        ];
        A = await PortalProcess.StartAsync(folderA, cancel, [.. common, .. Way("a", null)]);
        B = await PortalProcess.StartAsync(folderB, cancel, [.. common, .. Way("b", WireOfB.Port)]);
        Front = new NginxProxy(Setting("Path"), Setting("KeyPath"), A.Address, B.Address);
        Browsers = await Browsers.StartAsync();
    }

    /// <summary>Node A again, after it was killed: on other ports, behind nobody.</summary>
    internal async Task StartAAgainAsync()
    {
        await A.DisposeAsync();
        A = await PortalProcess.StartAsync(folderA, TestContext.Current.CancellationToken, [.. common, .. Way("a", null)]);
    }

    /// <summary>What an operator's verification says.</summary>
    internal Task<PortalCommand> VerifyAsync() => PortalCommand.RunAsync("Development", TestContext.Current.CancellationToken,
        ["audit", "verify", "--Portal:DataDirectory", folderA.Data, .. common, .. Way("a", null)]);

    public async ValueTask DisposeAsync()
    {
        if (Browsers is not null)
            await Browsers.DisposeAsync();
        Front?.Dispose();
        WireOfB?.Mend();
        foreach (var node in new[] { A, B }.OfType<PortalProcess>())
            await node.DisposeAsync();
        WireOfB?.Dispose();
        Database?.Dispose();
        foreach (var folder in new[] { shared, folderA, folderB })
            folder.Dispose();
        certificate.Dispose();
    }

    private string[] Way(string node, int? by) => ["--Store:ConnectionFile", shared.Write($"{node}.conn", Database.Connection("portal", Role, "of-the-app", by))];

    private string Setting(string name) => common[Array.IndexOf(common, $"--Kestrel:Certificates:Default:{name}") + 1];
}
