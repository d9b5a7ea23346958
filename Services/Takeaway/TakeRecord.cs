using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Takeaway;

/// <summary>Someone takes their own record with them: written down before the first byte is asked for; each part of it is decided and audited as always (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class TakeRecord(IAuditLog audit)
{
    /// <summary>False when it is not the own record, or could not be written down: then nothing is to be sent.</summary>
    public async Task<bool> RunAsync(Actor? by, TakeawayForm form, CancellationToken cancel)
    {
        if (by?.OwnRecord is not { } own)
            return false;
        var entry = new AuditEntry(AuditAct.RecordTaken, Allowed: true)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Roles = by.Roles,
            Subject = own.Value,
            Purpose = PurposeOfUse.PatientRequest,
            Rule = form.ToString(),
        };
        try
        {
            await audit.AppendAsync(entry, cancel);
            return true;
        }
        catch (AuditUnavailableException)
        {
            return false;
        }
    }
}

/// <summary>In what form it is taken. The names are what the audit writes.</summary>
public enum TakeawayForm
{
    Print,
    ClaimsTable,
    FhirBundle,
}
