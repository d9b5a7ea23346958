using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Proofs;

/// <summary>Verifies the whole log of this server, row by row and against every signed checkpoint (C23). Before the first checkpoint there is nothing to compare with.</summary>
internal sealed class AuditProbe(VerifyAudit audit) : IProbe
{
    public ProbeName Name => ProbeName.Audit;

    public string Clause => Clauses.Proactive;

    public Task<Measured> MeasureAsync(CancellationToken cancel) => Task.Run(() =>
    {
        var report = audit.Store(cancel);
        return report.Findings is [{ Fault: AuditFault.NoCheckpoint }] ? Measured.Not : Measured.Kept(report.Passed, report.Entries, report.Covered, report.Findings.Count);
    }, cancel);
}
