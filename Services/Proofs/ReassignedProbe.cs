using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Proofs;

/// <summary>Every password that an employee assigned anew belongs to a call in which the person was reached and has compared the words (C5).</summary>
internal sealed class ReassignedProbe(IDbContextFactory<PortalDb> stores) : IProbe
{
    public ProbeName Name => ProbeName.Reassigned;

    public string Clause => Clauses.ForgottenMeansReassigned;

    public async Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        await using var db = await stores.CreateDbContextAsync(cancel);
        var byEmployees = db.Assignments.Where(row => row.Cause == AssignmentCause.Forgotten && db.Users.Any(account => account.Id == row.AskedBy));
        var unverified = await byEmployees.LongCountAsync(
            row => !db.DeskScripts.Any(call => call.AccountId == row.AccountId && call.EmployeeId == row.AskedBy && call.Reach != null && call.WordsAt != null && call.WordsAt <= row.At), cancel);
        return Measured.Kept(unverified == 0, await byEmployees.LongCountAsync(cancel), unverified);
    }
}
