using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.PrivacyOffice.Unusual;

internal sealed class ManyMembersInAnHour : UnusualRule
{
    internal const int Members = 20;
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    internal override string Sentence(SentenceLanguage language) => language == SentenceLanguage.Spanish
        ? $"Se abrieron expedientes de {Members} o más personas afiliadas en una hora."
        : $"Records of {Members} or more members were opened within one hour.";

    internal override IEnumerable<AuditRecord[]> Find(IReadOnlyList<AuditRecord> ofOneAccount)
    {
        AuditRecord[] reads = [.. ofOneAccount.Where(record => IsWork(record) && record.Entry.Allowed)];
        for (var (first, last) = (0, 0); last < reads.Length; last++)
        {
            while (reads[last].At - reads[first].At >= Within)
                first++;
            if (reads[first..(last + 1)] is var window && window.Select(record => record.Entry.Subject).Distinct().Count() >= Members)
            {
                yield return window;
                first = last + 1; // the next finding begins after this one
            }
        }
    }
}
