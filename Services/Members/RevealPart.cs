using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Members;

/// <summary>Why someone at the support desk shows a part of an open record: written down before it is opened, which is decided and audited as always (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class RevealPart(IAuditLog audit)
{
    /// <summary>False when it could not be written down: then nothing is to be shown.</summary>
    public async Task<bool> RunAsync(Actor by, OpenRecord record, Category category, RevealReason reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(record);
        var entry = new AuditEntry(AuditAct.PartRevealed, Allowed: true)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Roles = by.Roles,
            Subject = record.Subject.Value,
            Category = category,
            Purpose = record.Purpose,
            Rule = reason.ToString(),
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

/// <summary>Why a part is shown.</summary>
public enum RevealReason
{
    MemberAsks,
    AnswerToMessage,
    MistakeReported,
    ProviderAsks,
}
