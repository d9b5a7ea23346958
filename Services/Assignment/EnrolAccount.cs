using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Assignment;

/// <summary>Makes an account whose first password goes by letter: account, role and letter stand together, or nothing does (C3).</summary>
[Enforces(Clauses.AssignedFirst)]
public sealed class EnrolAccount(IDbContextFactory<PortalDb> store, AssignAnew assign, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<EnrolRefusal?> RunAsync(string userName, Role role, string recordReference, string grantedBy, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(recordReference);
        if (!CreateAccount.IsSignInName(userName))
            return EnrolRefusal.BadUserName;
        if (!Fits(role, recordReference))
            return EnrolRefusal.BadReference;
        if (RoleSets.Privileged.Contains(role))
            return EnrolRefusal.PrivilegedRole;
        await using var db = await store.CreateDbContextAsync(cancel);
        var normalized = userName.ToUpperInvariant();
        if (await db.Users.AnyAsync(user => user.NormalizedUserName == normalized, cancel))
            return EnrolRefusal.NameTaken;
        if (await db.Users.AnyAsync(user => user.RecordReference == recordReference, cancel))
            return EnrolRefusal.RecordTaken;
        var account = new PortalUser { UserName = userName, NormalizedUserName = normalized, RecordReference = recordReference, CreatedAt = clock.GetUtcNow(), SecurityStamp = Guid.NewGuid().ToString("N") };
        db.Users.Add(account);
        db.RoleGrants.Add(new RoleGrant { AccountId = account.Id, Role = role, GrantedBy = grantedBy, GrantedAt = clock.GetUtcNow() });
        await assign.EncloseLetterAsync(db, account, AssignmentCause.NewAccount, grantedBy, cancel);
        try
        {
            await audit.SaveAsync(db, new AuditEntry(AuditAct.AccountCreated, Allowed: true) { Account = account.Id, Role = role }, cancel);
        }
        catch (DbUpdateException)
        {
            return EnrolRefusal.NameTaken; // another took it at this moment
        }
        return null;
    }

    private static bool Fits(Role role, string reference) => reference.Split('/') switch
    {
        ["Patient", var id] => role is Role.Member or Role.Representative && PatientId.From(id) is not null,
        ["Practitioner", var id] => role is not (Role.Member or Role.Representative) && PatientId.From(id) is not null,
        _ => false,
    };
}

/// <summary>Why someone was not enrolled.</summary>
public enum EnrolRefusal
{
    BadUserName,
    NameTaken,

    /// <summary>The reference is none, or of another kind than the role needs.</summary>
    BadReference,

    /// <summary>Another account has that place in the record system.</summary>
    RecordTaken,

    /// <summary>A role that only a second person's approval gives.</summary>
    PrivilegedRole,
}
