using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.PrivacyOffice.Unusual;

internal sealed class OutsideUsualHours(TimeZoneInfo zone) : UnusualRule
{
    private const int Opens = 6;
    private const int Closes = 22;

    internal override string Sentence(SentenceLanguage language) => language == SentenceLanguage.Spanish
        ? $"Se abrieron expedientes de noche, entre las {Closes}:00 y las {Opens}:00 del reloj del plan, y no en una emergencia."
        : $"Records were opened at night, between {Closes}:00 and {Opens}:00 on the plan's clock, and not in an emergency.";

    internal override IEnumerable<AuditRecord[]> Find(IReadOnlyList<AuditRecord> ofOneAccount) => ofOneAccount
        .Where(record => IsWork(record) && record.Entry is { Allowed: true, Need: not NeedKind.Emergency } && TimeZoneInfo.ConvertTime(record.At, zone).Hour is < Opens or >= Closes)
        // one night is one finding, also past midnight
        .GroupBy(record => TimeZoneInfo.ConvertTime(record.At, zone).AddHours(-Opens).Date).Select(night => night.ToArray());
}
