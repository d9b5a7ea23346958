using System.Security.Cryptography.X509Certificates;
using PrivacyPortal.App.Edge;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.App.Proofs;

/// <summary>The certificate by which a page can be checked is in its time, and the portal answers to named hosts only (C10).</summary>
internal sealed class CertificateProbe(AnswerWatch watch, OwnHosts hosts, TimeProvider clock) : IProbe
{
    public ProbeName Name => ProbeName.Certificate;

    public string Clause => Clauses.VerifiablePage;

    public Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        if (watch.Certificate is not { } sent)
            return Task.FromResult(Measured.Not);
        using var certificate = X509CertificateLoader.LoadCertificate(sent.GetRawCertData());
        var (now, names) = (clock.GetUtcNow().UtcDateTime, hosts.Names);
        var inTime = certificate.NotBefore.ToUniversalTime() <= now && now < certificate.NotAfter.ToUniversalTime();
        var named = names.Count > 0 && !names.Contains("*");
        return Task.FromResult(Measured.Kept(inTime && named, (long)(certificate.NotAfter.ToUniversalTime() - now).TotalDays, names.Count, named ? 0 : 1));
    }
}
