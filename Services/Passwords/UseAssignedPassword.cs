using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Passwords;

/// <summary>
/// The first sign-in with an assigned password. In one transaction with its audit row the secret takes the place of whatever the account had, every
/// other session is over by the new stamp, and fifteen minutes begin in which it can be replaced: a connection that is lost meanwhile strands nobody,
/// the same secret signs in again (C3).
/// </summary>
[Enforces(Clauses.AssignedFirst)]
public sealed class UseAssignedPassword(IAuditLog audit, TimeProvider clock)
{
    /// <summary>How long after the first use the secret still signs in.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>False when another sign-in was faster: what was read is out of date.</summary>
    internal async Task<bool> FirstAsync(PortalDb db, PortalUser account, AssignmentRow? assigned, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (assigned is not null)
        {
            (account.PasswordHash, account.PasswordState) = (assigned.Hash, PasswordState.Assigned);
            (account.PasswordSetAt, account.PasswordClosedAt) = (now, null);
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            (assigned.State, assigned.Hash, assigned.FirstHalfDigest) = (AssignmentState.Used, null, null);
        }
        else if (account.PasswordState != PasswordState.Assigned || account.AssignedUntil <= now + Window)
        {
            return true; // a personal one, or the fifteen minutes run already
        }
        account.AssignedUntil = now + Window;
        try
        {
            await audit.SaveAsync(db, new AuditEntry(AuditAct.AssignedPasswordUsed, Allowed: true) { Account = account.Id, Target = assigned?.Id }, cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
