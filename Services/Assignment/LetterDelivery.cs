using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Assignment;

/// <summary>
/// Sends the letters that are due. The hash of the secret is stored before the letter leaves, and works only after the record system said that it has
/// the letter; when the answer was lost, it is asked. So at every moment either the former assignment works or the new one, and a letter whose
/// secret works is in the record system once (docs/decisions/004-assignment.md).
/// </summary>
[Enforces(Clauses.NothingWrittenDown, Clauses.AssignedFirst)]
internal sealed class LetterDelivery(
    IDbContextFactory<PortalDb> store, IContactOfRecord contact, PasswordHashing hashing, IVitalNotices notices, IAuditLog audit, IOptions<PlanOptions> plan, TimeProvider clock)
{
    private const int MostAtOnce = 50;
    private static readonly TimeSpan TakenFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    /// <summary>Tries every letter that is due; returns how many are on their way now.</summary>
    internal async Task<int> SendDueAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var due = await db.Assignments.AsNoTracking().Where(row => row.NextTryAt <= now).OrderBy(row => row.At).Select(row => row.Id).Take(MostAtOnce).ToListAsync(cancel);
        var sent = 0;
        foreach (var id in due)
            sent += await TryAsync(id, cancel) ? 1 : 0;
        return sent;
    }

    private async Task<bool> TryAsync(string id, CancellationToken cancel)
    {
        try
        {
            return await SendAsync(id, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // another sender has it, or it was voided meanwhile
        }
        catch (AuditUnavailableException)
        {
            return false; // not audited, not read: it stays due
        }
    }

    private async Task<bool> SendAsync(string id, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await db.Assignments.SingleOrDefaultAsync(row => row.Id == id && row.NextTryAt <= clock.GetUtcNow(), cancel) is not { } letter)
            return false;
        var account = await db.Users.AsNoTracking().SingleAsync(user => user.Id == letter.AccountId, cancel);
        if (letter.State == AssignmentState.Sending)
        {
            var before = await contact.HasLetterAsync(LetterId(letter), cancel);
            if (before != false)
                return before == true ? await ArrivedAsync(db, letter, cancel) : await LaterAsync(db, letter, cancel);
        }
        var secret = AssignedSecret.Generate();
        letter.Hash = await hashing.HashAsync(AssignedSecret.Canonical(secret.Reveal()), cancel);
        (letter.State, letter.NextTryAt) = (AssignmentState.Sending, clock.GetUtcNow() + TakenFor);
        letter.Attempts++;
        await db.SaveChangesAsync(cancel);
        return await HandOverAsync(letter, account, secret, cancel) switch
        {
            LetterAnswer.Taken => await ArrivedAsync(db, letter, cancel),
            LetterAnswer.Refused => await FailedAsync(db, letter, cancel),
            LetterAnswer.Unknown => await LaterAsync(db, letter, cancel),
        };
    }

    /// <summary>Address and secret are together in this method and nowhere else; the page is zeroed before it ends (C7, C11).</summary>
    private async Task<LetterAnswer> HandOverAsync(AssignmentRow letter, PortalUser account, AssignedSecret secret, CancellationToken cancel)
    {
        var errand = account.ClosedAt is not null ? null : await ContactErrand.ForLetterAsync(audit, account.Id, account.RecordReference, clock.GetUtcNow(), cancel);
        if (errand is null)
            return LetterAnswer.Refused;
        var (to, problem) = await contact.AddresseeAsync(errand, cancel);
        if (to is null)
            return problem is null or RecordProblem.Unavailable ? LetterAnswer.Refused : LetterAnswer.Unknown;
        var page = SealedLetter.Write(to, account.UserName!, secret, letter.Words, plan.Value, clock.GetUtcNow());
        try
        {
            return await contact.PostLetterAsync(errand, LetterId(letter), page, cancel);
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(page);
        }
    }

    private async Task<bool> ArrivedAsync(PortalDb db, AssignmentRow letter, CancellationToken cancel)
    {
        (letter.State, letter.NextTryAt, letter.Until) = (AssignmentState.Live, null, clock.GetUtcNow() + AssignAnew.ByLetter);
        await OutstandingAssignments.VoidAsync(db, letter.AccountId, except: letter.Id, cancel);
        notices.Enclose(db, letter.AccountId, NoticeKind.PasswordAssigned);
        await audit.SaveAsync(db, Entry(letter, null), cancel);
        return true;
    }

    private async Task<bool> FailedAsync(PortalDb db, AssignmentRow letter, CancellationToken cancel)
    {
        (letter.State, letter.NextTryAt, letter.Hash) = (AssignmentState.Failed, null, null);
        await audit.SaveAsync(db, Entry(letter, nameof(AssignmentState.Failed)), cancel);
        return false;
    }

    private async Task<bool> LaterAsync(PortalDb db, AssignmentRow letter, CancellationToken cancel)
    {
        if (clock.GetUtcNow() - letter.At >= GiveUpAfter)
            return await FailedAsync(db, letter, cancel);
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(letter.Attempts - 1, 10)));
        letter.NextTryAt = clock.GetUtcNow() + (wait < LongestWait ? wait : LongestWait);
        await db.SaveChangesAsync(cancel);
        return false;
    }

    private static AuditEntry Entry(AssignmentRow letter, string? reason) =>
        new(AuditAct.PasswordAssigned, reason is null) { Account = letter.AccountId, Target = letter.Id, Rule = nameof(AssignedFor.Letter), Reason = reason };

    // one name for each try: what is found under it holds the secret whose hash is stored
    private static Guid LetterId(AssignmentRow letter)
    {
        var id = Guid.Parse(letter.Id).ToByteArray();
        BitConverter.GetBytes(letter.Attempts).CopyTo(id, 0);
        return new Guid(id);
    }
}
