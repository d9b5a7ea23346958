using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.PrivacyOffice.Unusual;

internal sealed class RefusedInARow : UnusualRule
{
    internal const int Tries = 10;

    internal override string Sentence(SentenceLanguage language) => language == SentenceLanguage.Spanish
        ? $"Se rechazaron {Tries} o más intentos seguidos, de expedientes o de búsquedas de personas afiliadas."
        : $"{Tries} or more tries in a row were refused, of records or of searches for members.";

    internal override IEnumerable<AuditRecord[]> Find(IReadOnlyList<AuditRecord> ofOneAccount)
    {
        var row = new List<AuditRecord>();
        foreach (var record in ofOneAccount.Where(record => IsWork(record) || record.Entry.Act == AuditAct.MemberSearched))
        {
            if (!record.Entry.Allowed)
            {
                row.Add(record);
                continue;
            }
            if (row.Count >= Tries)
                yield return [.. row];
            row.Clear();
        }
        if (row.Count >= Tries)
            yield return [.. row];
    }
}
