using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.PrivacyOffice.Unusual;

/// <summary>A simple, explained rule of what is unusual in what one account did at work. It accuses nobody: it says where a person should look.</summary>
internal abstract class UnusualRule
{
    /// <summary>What the rule looks for, in one sentence that an officer and the account's owner understand.</summary>
    internal abstract string Sentence(SentenceLanguage language);

    /// <summary>What it finds in one account's entries, which come in the order in which they happened.</summary>
    internal abstract IEnumerable<AuditRecord[]> Find(IReadOnlyList<AuditRecord> ofOneAccount);

    /// <summary>Whether an entry is somebody's work on a member's record.</summary>
    protected static bool IsWork(AuditRecord record) =>
        record.Entry is { Act: AuditAct.RecordRead, Subject: not null } entry && entry.Roles.Any(role => role is not (Role.Member or Role.Representative));
}
