using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Needs;

/// <summary>
/// Makes a practice's needs equal to its panel in the record system: what is new begins, what is gone ends at once, what is still there lives until
/// the next check is due. When the record system cannot say, nothing is prolonged, and the needs run out (C13).
/// </summary>
public sealed class PanelNeeds(IDbContextFactory<PortalDb> store, AccessChange change, IPractitionerPanel panel, IOptions<PanelOptions> options, TimeProvider clock)
{
    private static readonly (Role Role, PurposeOfUse Purpose)[] Practice =
    [
        (Role.Provider, PurposeOfUse.Treatment),
        (Role.ClinicianDesignee, PurposeOfUse.Treatment),
        (Role.MainOfficeContact, PurposeOfUse.Payment),
    ];

    /// <summary>Whether one of these roles is a practice's.</summary>
    public static bool IsPractice(IReadOnlySet<Role> roles) => Practice.Any(one => roles.Contains(one.Role));

    /// <summary>Checks one account. Null when it is done; NotThere when the record system cannot say.</summary>
    public async Task<NeedRefusal?> CheckAsync(string accountId, CancellationToken cancel)
    {
        // asked before the act begins: a slow record system holds up no other act
        var practitioner = await PractitionerAsync(accountId, cancel);
        var patients = practitioner is null ? null : await panel.PatientsOfAsync(practitioner, cancel);
        var entry = new AuditEntry(AuditAct.PanelChecked, Allowed: false) { Target = accountId };
        return await change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            var roles = await db.LiveGrants(now).Where(grant => grant.AccountId == accountId).Select(grant => grant.Role).ToListAsync(cancel);
            if (practitioner is null || !Practice.Any(one => roles.Contains(one.Role)))
                return NeedRefusal.NotYourOffice;
            if (patients is null)
                return NeedRefusal.NotThere;
            var wanted = Practice.Where(one => roles.Contains(one.Role)).Select(one => one.Purpose).Distinct()
                .SelectMany(purpose => patients.DistinctBy(patient => patient.Subject).Select(patient => (Subject: patient.Subject.Value, purpose, patient.EvidenceRef)))
                .ToDictionary(one => (one.Subject, one.purpose), one => one.EvidenceRef);
            var standing = await db.Needs.Where(need => need.AccountId == accountId && need.Kind == NeedKind.TreatingPractitioner && need.Until > now).ToListAsync(cancel);
            foreach (var need in standing)
                need.Until = need.OnBehalfOf == practitioner && wanted.Remove((need.Subject, need.Purpose)) ? now + options.Value.Believed : now;
            db.Needs.AddRange(wanted.Select(one => Begin(accountId, practitioner, one.Key.Subject, one.Key.purpose, one.Value, now, now + options.Value.Believed)));
            return null;
        }, cancel);
    }

    /// <summary>
    /// Asks about the one record that the account has open, and ends its needs when the record system shows them no longer. It begins and prolongs nothing,
    /// and writes nothing while all is as it was.
    /// </summary>
    public async Task CheckOpenAsync(string accountId, PatientId subject, CancellationToken cancel)
    {
        if (await PractitionerAsync(accountId, cancel) is not { } practitioner || await panel.HasAsync(practitioner, subject, cancel) is not false)
            return;
        var entry = new AuditEntry(AuditAct.PanelChecked, Allowed: false) { Target = accountId };
        await change.RunAsync<NeedRefusal>(entry, async db =>
        {
            var now = clock.GetUtcNow();
            var standing = await db.Needs.Where(need => need.AccountId == accountId && need.Subject == subject.Value
                && need.Kind == NeedKind.TreatingPractitioner && need.Until > now).ToListAsync(cancel);
            standing.ForEach(need => need.Until = now);
            return standing.Count == 0 ? NeedRefusal.NotThere : null;
        }, cancel);
    }

    private async Task<string?> PractitionerAsync(string accountId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var reference = await db.Users.Where(user => user.Id == accountId && user.ClosedAt == null).Select(user => user.RecordReference).SingleOrDefaultAsync(cancel);
        return reference is not null && reference.StartsWith("Practitioner/", StringComparison.Ordinal) ? reference : null;
    }

    private static NeedRow Begin(string account, string practitioner, string subject, PurposeOfUse purpose, string evidence, DateTimeOffset now, DateTimeOffset until) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Kind = NeedKind.TreatingPractitioner,
        AccountId = account,
        Subject = subject,
        Purpose = purpose,
        Categories = Categories.All,
        Sensitivity = default,
        From = now,
        Until = until,
        EstablishedBy = "records",
        EvidenceRef = evidence,
        OnBehalfOf = practitioner,
    };
}
