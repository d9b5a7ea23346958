using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.PrivacyOffice.Unusual;

internal sealed class TooCloseTried : UnusualRule
{
    internal override string Sentence(SentenceLanguage language) => language == SentenceLanguage.Spanish
        ? "Se intentó abrir en el trabajo el expediente propio, o el de un colega o familiar; se rechazó."
        : "The own record, a colleague's or a relative's was tried at work; it was refused.";

    internal override IEnumerable<AuditRecord[]> Find(IReadOnlyList<AuditRecord> ofOneAccount) => ofOneAccount
        .Where(record => record.Entry is { Allowed: false, Subject: not null, Reason: nameof(Refusal.TooClose) }).GroupBy(record => record.Entry.Subject).Select(tries => tries.ToArray());
}
