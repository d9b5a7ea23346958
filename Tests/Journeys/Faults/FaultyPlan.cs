using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Faults;

/// <summary>A portal that is set up for a plan's own record system - which is the failing one - and a member of that plan in front of the claims.</summary>
public sealed class FaultyPlan : IAsyncLifetime
{
    private readonly X509Certificate2 certificate = LoopbackCertificate.Make();
    private readonly string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly PortalFolder folder = new();
    private PortalProcess? portal;
    private Browsers? browsers;

    internal FailingRecordSystem Records { get; private set; } = null!;

    /// <summary>Another host, to which no link may lead the portal.</summary>
    internal FailingRecordSystem Elsewhere { get; private set; } = null!;

    internal PortalVisitor Member { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Browsers.WhyNot is not null)
            return;
        var cancel = TestContext.Current.CancellationToken;
        (Records, Elsewhere) = (new(certificate, token), new(certificate, token));
        await Records.StartAsync();
        await Elsewhere.StartAsync();
        Records.Elsewhere = Elsewhere.Address;
        var file = folder.Write("portal.pem", certificate.ExportCertificatePem());
        var key = folder.Write("portal.key", certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var ring = folder.WriteKeyRing();
        var account = await PortalCommand.CreateAccountAsync(folder, "member-1", FailingRecordSystem.Member, cancel);
        portal = await PortalProcess.StartAsync(folder, cancel,
            "--Records:BaseUrl", Records.Address.ToString(), "--Records:Auth:Bearer", token, "--Records:PinnedCertificateSha256", Convert.ToHexString(SHA256.HashData(certificate.RawData)),
            "--Kestrel:Certificates:Default:Path", file, "--Kestrel:Certificates:Default:KeyPath", key,
            "--Portal:KeyRing:Path", ring, "--Portal:KeyRing:KeyPath", ring,
            "--Plan:Name", "Plan of Faults", "--Plan:LegalName", "Plan of Faults, Inc.", "--Plan:Telephone", "1-800-555-0199", "--Plan:Post:0", "1 Example Street", "--Plan:Email", "members@faults.example");
        browsers = await Browsers.StartAsync();
        Member = await browsers.VisitorAsync(portal);
        await Member.SignInFirstAsync(account);
    }

    /// <summary>Everything that the portal has written.</summary>
    internal string Log => portal!.Log;

    public async ValueTask DisposeAsync()
    {
        if (browsers is not null)
            await browsers.DisposeAsync();
        if (portal is not null)
            await portal.DisposeAsync();
        if (Records is not null)
            await Records.DisposeAsync();
        if (Elsewhere is not null)
            await Elsewhere.DisposeAsync();
        folder.Dispose();
        certificate.Dispose();
    }
}
