using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.PrivacyOffice;

/// <summary>Writes down that a record is the own one or a relative's of someone who works here: it closes to them at work, at once and wherever it is open (C13).</summary>
/// <remarks>It only ever closes, so one officer may, for themselves too. Administrators may not: to name a record they would have to look for a member.</remarks>
[Enforces(Clauses.AccessByNeed)]
public sealed class DeclareTie(AccessChange change, IDbContextFactory<PortalDb> store, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<TieRefusal?> RunAsync(Actor by, string userName, PatientId subject, RecordTie tie, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(userName);
        var account = await AccountAsync(userName, cancel);
        var entry = new AuditEntry(AuditAct.TieDeclared, Allowed: false)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Subject = subject.Value,
            Target = account,
            Rule = Enum.IsDefined(tie) ? tie.ToString() : null,
        };
        return await change.RunAsync<TieRefusal>(entry, async db =>
        {
            if (!by.IsComplete || !await db.HoldsAsync(by.AccountId, Role.PrivacyOfficer, clock.GetUtcNow(), cancel))
                return TieRefusal.NotYourOffice;
            if (account is null || subject.Value is null || !Enum.IsDefined(tie))
                return TieRefusal.NoSuchAccount;
            if (await db.RecordTies.AnyAsync(row => row.AccountId == account && row.Subject == subject.Value, cancel))
                return TieRefusal.AlreadyThere;
            db.RecordTies.Add(new RecordTieRow { AccountId = account, Subject = subject.Value, Tie = tie });
            return null;
        }, cancel);
    }

    private async Task<string?> AccountAsync(string userName, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.AccountAsync(userName, cancel);
    }
}

/// <summary>Why a tie was not written down.</summary>
public enum TieRefusal
{
    /// <summary>Only the privacy office does this.</summary>
    NotYourOffice,

    /// <summary>There is no account of this name.</summary>
    NoSuchAccount,

    /// <summary>The two are tied already.</summary>
    AlreadyThere,
}
