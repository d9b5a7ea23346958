using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Administration;

/// <summary>
/// An administrator makes an account that has no password: who makes it never sees one, for it is assigned elsewhere (C3). Privileged roles wait for
/// a second person, as they do for every account (C13).
/// </summary>
[Enforces(Clauses.AssignedFirst)]
public sealed partial class AddAccount(AccessChange change, TimeProvider clock)
{
    /// <summary>Null when it is done. Nothing is written when it is refused, but the audit.</summary>
    public Task<AdministrationRefusal?> RunAsync(Actor by, NewAccount asked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(asked);
        var now = clock.GetUtcNow();
        var account = new PortalUser
        {
            UserName = asked.UserName,
            NormalizedUserName = asked.UserName.ToUpperInvariant(),
            RecordReference = asked.RecordReference,
            PasswordState = PasswordState.None,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = now,
        };
        var entry = new AuditEntry(AuditAct.AccountCreated, Allowed: false) { Account = by.AccountId, Session = by.SessionId, Target = account.Id };
        return change.RunAsync<AdministrationRefusal>(entry, async db =>
        {
            if (!await db.HoldsAsync(by.AccountId, Role.Administrator, now, cancel))
                return AdministrationRefusal.NotYourOffice;
            if (Unfit(asked, now) is { } unfit)
                return unfit;
            if (await db.Users.AnyAsync(user => user.NormalizedUserName == account.NormalizedUserName, cancel))
                return AdministrationRefusal.NameTaken;
            if (asked.Roles.Contains(Role.Member) && await db.Users.AnyAsync(user => user.RecordReference == asked.RecordReference, cancel))
                return AdministrationRefusal.ReferenceTaken;
            db.Users.Add(account);
            foreach (var role in asked.Roles.Distinct())
            {
                if (RoleSets.Privileged.Contains(role))
                    db.RoleProposals.Add(Waiting(account.Id, role, by, asked, now));
                else
                    await RoleFit.GiveAsync(db, account.Id, role, by.AccountId, by.AccountId, asked.RenewBy, asked.Reason, now, cancel);
            }
            return null;
        }, cancel);
    }

    private static AdministrationRefusal? Unfit(NewAccount asked, DateTimeOffset now)
    {
        if (!CreateAccount.IsSignInName(asked.UserName))
            return AdministrationRefusal.BadUserName;
        if (asked.Roles.Count == 0 || !asked.Roles.All(Enum.IsDefined))
            return AdministrationRefusal.NoRole;
        if (asked.Roles.Contains(Role.Administrator) && asked.Roles.Distinct().Count() > 1)
            return AdministrationRefusal.AdministratorsHoldNothingElse;
        if (!RoleTerm.Fits(asked.RenewBy, now))
            return AdministrationRefusal.BadTerm;
        var fits = asked.Roles.Contains(Role.Member)
            ? asked.RecordReference is { } own && own.StartsWith("Patient/", StringComparison.Ordinal) && Reference().IsMatch(own)
            : asked.RecordReference is not { } other || (asked.Roles.Contains(Role.Provider) && other.StartsWith("Practitioner/", StringComparison.Ordinal) && Reference().IsMatch(other));
        return fits ? null : AdministrationRefusal.BadReference;
    }

    private static RoleProposalRow Waiting(string account, Role role, Actor by, NewAccount asked, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        AccountId = account,
        Role = role,
        OwnerId = by.AccountId,
        RenewBy = asked.RenewBy,
        Reason = asked.Reason,
        ProposedBy = by.AccountId,
        ProposedAt = now,
    };

    [GeneratedRegex(@"^(Patient|Practitioner)/[A-Za-z0-9.\-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}

/// <summary>An account to be made: its sign-in name, its roles until a day, why, and its place in the record system when it has one.</summary>
public sealed record NewAccount(string UserName, IReadOnlyCollection<Role> Roles, string? RecordReference, DateTimeOffset RenewBy, RoleReason Reason)
{
    public override string ToString() => nameof(NewAccount);
}
