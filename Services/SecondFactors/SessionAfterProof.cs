using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>
/// What a proof does to sessions: the one it was given in makes way for a new one with a new key, and a change of factors ends every other session of
/// the account. All of it, the change and its audit row stand in one transaction; live circuits hear of it right after.
/// </summary>
[Enforces(Clauses.PersonalPassword)]
public sealed class SessionAfterProof(SessionRegistry sessions, IAuditLog audit, TimeProvider clock)
{
    /// <summary>The session, when it is live and its password is personal.</summary>
    internal async Task<SessionRow?> LiveAsync(PortalDb db, string sessionId, CancellationToken cancel) =>
        await sessions.FindAsync(sessionId, use: false, cancel) is { HasPersonalPassword: true }
            ? await db.Sessions.SingleOrDefaultAsync(row => row.Id == sessionId && row.EndedAt == null, cancel)
            : null;

    /// <summary>Saves the changes and the entry; the session gives way to one that has given its second factor. Returns the new key, or null when another act was faster.</summary>
    internal async Task<string?> RaiseAsync(PortalDb db, SessionRow current, AuditEntry entry, bool endOthers, CancellationToken cancel)
    {
        var (key, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow());
        var ended = endOthers ? await EndOthersAsync(db, current, now, cancel) : [];
        (current.EndedAt, current.Ended) = (now, SessionEnd.Raised);
        db.Sessions.Add(new SessionRow
        {
            Id = SessionRegistry.IdOf(key),
            AccountId = current.AccountId,
            Stamp = current.Stamp,
            StartedAt = current.StartedAt,
            PasswordAt = current.PasswordAt,
            SecondFactorAt = now,
            LastUsedAt = now,
            Browser = current.Browser,
            Device = current.Device,
            StatementVersion = current.StatementVersion,
        });
        return await SaveAsync(db, entry, [.. ended, current.Id], cancel) ? key : null;
    }

    /// <summary>Saves the changes and the entry and ends the account's other sessions; this one stays.</summary>
    internal async Task<bool> KeepAsync(PortalDb db, SessionRow current, AuditEntry entry, CancellationToken cancel) =>
        await SaveAsync(db, entry, await EndOthersAsync(db, current, clock.GetUtcNow(), cancel), cancel);

    private static async Task<IReadOnlyList<string>> EndOthersAsync(PortalDb db, SessionRow current, DateTimeOffset now, CancellationToken cancel)
    {
        var others = await db.Sessions.Where(row => row.AccountId == current.AccountId && row.EndedAt == null && row.Id != current.Id).ToListAsync(cancel);
        others.ForEach(other => (other.EndedAt, other.Ended) = (now, SessionEnd.SecondFactorChanged));
        return [.. others.Select(other => other.Id)];
    }

    private async Task<bool> SaveAsync(PortalDb db, AuditEntry entry, IReadOnlyList<string> ended, CancellationToken cancel)
    {
        try
        {
            await audit.SaveAsync(db, entry, cancel);
        }
        catch (DbUpdateException)
        {
            return false; // another act used the same code, key or factor first; nothing of this one stands
        }
        foreach (var session in ended)
            await sessions.EndAsync(session, SessionEnd.SecondFactorChanged, CancellationToken.None);
        return true;
    }
}
