using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Needs;

/// <summary>A provider opens one member's named categories for fifteen minutes without another need; the member is told at once, and a second person reviews it within 72 hours (C13).</summary>
public sealed class BreakGlass(AccessChange change, ITellMember tell, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = EmergencyIsBrief.Longest;

    public static readonly TimeSpan ReviewWithin = TimeSpan.FromHours(72);

    /// <summary>The need's id, or why there is none.</summary>
    public async Task<NeedAnswer> RunAsync(
        Actor by, PatientId subject, Categories categories, Sensitivity labels, EmergencyReason reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var id = Guid.NewGuid().ToString("N");
        var entry = new AuditEntry(AuditAct.GlassBroken, Allowed: false)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Roles = by.Roles,
            Role = Role.Provider,
            Subject = subject.Value,
            Purpose = PurposeOfUse.EmergencyTreatment,
            Need = NeedKind.Emergency,
            Rule = Enum.IsDefined(reason) ? reason.ToString() : null,
            Target = id,
        };
        var refusal = await change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            if (subject.Value is null || !Enum.IsDefined(reason))
                return NeedRefusal.NotThere;
            if (!await db.HoldsAsync(by.AccountId, Role.Provider, now, cancel))
                return NeedRefusal.NotYourOffice;
            if (categories == Categories.None || (categories & ~Categories.All) != 0)
                return NeedRefusal.BadCategories;
            if (await db.TooCloseAsync(by.AccountId, Role.Provider, subject, cancel))
                return NeedRefusal.TooClose;
            if (await db.Needs.AnyAsync(row => row.AccountId == by.AccountId && row.Kind == NeedKind.Emergency && row.Until > now && row.Subject != subject.Value, cancel))
                return NeedRefusal.AnotherEmergency;
            db.Needs.Add(new NeedRow
            {
                Id = id,
                Kind = NeedKind.Emergency,
                AccountId = by.AccountId,
                Subject = subject.Value,
                Purpose = PurposeOfUse.EmergencyTreatment,
                Categories = categories,
                Sensitivity = labels & SensitiveOnlyWhenNamed.Every,
                From = now,
                Until = now + Lasts,
                EstablishedBy = by.AccountId,
            });
            db.BreakGlass.Add(new BreakGlassRow { NeedId = id, Reason = reason, ReviewBy = now + ReviewWithin });
            await tell.EncloseAsync(db, subject, NoticeKind.BreakGlassOpened, cancel);
            return null;
        }, cancel);
        return refusal is null ? new NeedAnswer(id, null) : new NeedAnswer(null, refusal);
    }
}
