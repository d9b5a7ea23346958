using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>Reads from the store what a snapshot is compiled from. A row that cannot be understood opens nothing.</summary>
public static class PolicyFactsReader
{
    internal static async Task<PolicyFacts> ReadAsync(PortalDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = await db.RuleVersions.AsNoTracking().Include(version => version.Cells).SingleOrDefaultAsync(version => version.State == RuleState.InForce, cancel);
        var needs = await db.Needs.AsNoTracking().Where(need => need.Until > now).ToListAsync(cancel);
        var restrictions = await db.Restrictions.AsNoTracking().Where(restriction => restriction.LiftedAt == null).ToListAsync(cancel);
        return new PolicyFacts
        {
            Version = rules?.Version ?? 0,
            Rules = [.. (rules?.Cells ?? []).Select(ToRule)],
            Needs = [.. needs.Select(ToNeed).OfType<Need>()],
            Restrictions = [.. restrictions.Select(ToRestriction).OfType<Restriction>()],
            Accounts = await AccountsAsync(db, cancel),
        };
    }

    internal static AccessRule ToRule(RuleCellRow cell) => new(cell.Role, cell.Purpose, cell.Need, cell.Category, cell.Scope, cell.Condition);

    /// <summary>A stored need as the engine knows it; null when its subject is no reference.</summary>
    public static Need? ToNeed(NeedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return PatientId.From(row.Subject) is not { } subject ? null : new Need(
            row.Id, row.Kind, row.AccountId, subject, row.Purpose, row.Categories, row.Sensitivity, row.From, row.Until, row.EstablishedBy, row.EvidenceRef)
        { OnBehalfOf = row.OnBehalfOf };
    }

    private static Restriction? ToRestriction(RestrictionRow row) => PatientId.From(row.Subject) is { } subject
        ? new Restriction(row.Id, subject, row.AccountId, row.Role, row.Categories, row.From) { Labels = row.Labels } : null;

    private static async Task<IReadOnlyList<AccountFacts>> AccountsAsync(PortalDb db, CancellationToken cancel)
    {
        var users = await db.Users.AsNoTracking().Select(user => new { user.Id, user.RecordReference, Closed = user.ClosedAt != null }).ToListAsync(cancel);
        var grants = (await db.RoleGrants.AsNoTracking().ToListAsync(cancel)).ToLookup(grant => grant.AccountId, StringComparer.Ordinal);
        var ties = (await db.RecordTies.AsNoTracking().ToListAsync(cancel)).ToLookup(tie => tie.AccountId, StringComparer.Ordinal);
        return [.. users.Select(user =>
        {
            var own = ties[user.Id].Where(tie => tie.Tie == RecordTie.Own).Select(tie => PatientId.From(tie.Subject)).FirstOrDefault(found => found is not null);
            return new AccountFacts(
                user.Id, user.Closed ? [] : [.. grants[user.Id].Select(grant => new RoleHeld(grant.Role, grant.RenewBy))], own ?? OwnRecord(user.RecordReference))
            { Relatives = [.. ties[user.Id].Select(tie => PatientId.From(tie.Subject)).OfType<PatientId>()] };
        })];
    }

    private static PatientId? OwnRecord(string? reference) =>
        reference is not null && reference.StartsWith("Patient/", StringComparison.Ordinal) ? PatientId.From(reference) : null;
}
