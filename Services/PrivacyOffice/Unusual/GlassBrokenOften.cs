using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.PrivacyOffice.Unusual;

internal sealed class GlassBrokenOften : UnusualRule
{
    internal const int Times = 3;

    internal override string Sentence(SentenceLanguage language) => language == SentenceLanguage.Spanish
        ? $"Se declaró una emergencia {Times} o más veces en una semana."
        : $"An emergency was declared {Times} or more times within a week.";

    internal override IEnumerable<AuditRecord[]> Find(IReadOnlyList<AuditRecord> ofOneAccount) =>
        ofOneAccount.Where(record => record.Entry is { Act: AuditAct.GlassBroken, Allowed: true }).ToArray() is { Length: >= Times } broken ? [broken] : [];
}
