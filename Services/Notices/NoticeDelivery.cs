using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Notices;

/// <summary>
/// Sends what is due. Each notice is taken up in the store, then its address is read from the record, the mail is handed over, the address is dropped,
/// and the outcome is written. A process that dies between handing over and writing sends the same mail again, with the same Message-Id, when its
/// five minutes are over: no notice is lost, and a doubled one is recognisable as the same.
/// </summary>
[Enforces(Clauses.VitalNoticesOnly, Clauses.EmailCarriesNothing)]
internal sealed class NoticeDelivery(
    IDbContextFactory<PortalDb> store, INoticeAddress addresses, IEnumerable<INoticeSlot> slots, IMailRelay relay, IAuditLog audit,
    IOptions<SmtpOptions> smtp, IOptions<PlanOptions> plan, TimeProvider clock)
{
    private const int MostAtOnce = 50;
    private static readonly TimeSpan TakenFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    /// <summary>Tries every notice that is due; returns how many were sent.</summary>
    internal async Task<int> SendDueAsync(CancellationToken cancel)
    {
        if (!smtp.Value.IsSet)
            return 0;
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var due = await db.Notices.AsNoTracking().Where(row => row.NextTryAt <= now).OrderBy(row => row.At).Select(row => row.Id).Take(MostAtOnce).ToListAsync(cancel);
        var sent = 0;
        foreach (var id in due)
            sent += await SendAsync(id, cancel) ? 1 : 0;
        return sent;
    }

    private async Task<bool> SendAsync(string id, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await TakeUpAsync(db, id, cancel) is not { } notice)
            return false;
        var account = await db.Users.AsNoTracking().SingleAsync(user => user.Id == notice.AccountId, cancel);
        var (answer, reachable) = await HandOverAsync(notice, account, cancel);
        var now = clock.GetUtcNow();
        notice.State = answer switch
        {
            MailAnswer.Taken => NoticeState.Sent,
            MailAnswer.Never => reachable ? NoticeState.NotDelivered : NoticeState.InPortalOnly,
            MailAnswer.Later => now - notice.At >= GiveUpAfter ? NoticeState.NotDelivered : NoticeState.Waiting,
        };
        notice.NextTryAt = notice.State == NoticeState.Waiting ? now + Wait(notice.Attempts) : null;
        notice.SentAt = notice.State == NoticeState.Sent ? now : null;
        await db.SaveChangesAsync(CancellationToken.None);
        return answer == MailAnswer.Taken;
    }

    private async Task<NoticeRow?> TakeUpAsync(PortalDb db, string id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Notices.SingleOrDefaultAsync(row => row.Id == id && row.NextTryAt <= now, cancel) is not { } notice)
            return null;
        (notice.State, notice.NextTryAt) = (NoticeState.Sending, now + TakenFor);
        notice.Attempts++;
        try
        {
            await db.SaveChangesAsync(cancel);
            return notice;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // another sender has it
        }
    }

    /// <summary>The address lives in this method and nowhere else (C11).</summary>
    private async Task<(MailAnswer Answer, bool Reachable)> HandOverAsync(NoticeRow notice, PortalUser account, CancellationToken cancel)
    {
        if (account.RecordReference is not { } reference || !reference.StartsWith("Patient/", StringComparison.Ordinal) || PatientId.From(reference) is not { } patient)
            return (MailAnswer.Never, false);
        try
        {
            var errand = await NoticeErrand.WriteAsync(audit, account.Id, patient, notice.Kind.ToString(), clock.GetUtcNow(), cancel);
            var read = await addresses.ReadAsync(errand, cancel);
            if (read.Problem is not null)
                return (MailAnswer.Later, true);
            if (read.Address is not { } address)
                return (MailAnswer.Never, false);
            var slot = NoticeTexts.HasSlot(notice.Kind) ? await slots.Single(one => one.Kind == notice.Kind).FillAsync(notice.Id, cancel) : null;
            if (NoticeTexts.HasSlot(notice.Kind) && slot is null)
                return (MailAnswer.Never, true); // too late, or another took its place
            if (NoticeMail.For(notice, address, slot, smtp.Value, plan.Value.Name, clock.GetUtcNow()) is not { } message)
                return (MailAnswer.Never, false);
            using (message)
                return (await relay.SendAsync(message, cancel), true);
        }
        catch (AuditUnavailableException)
        {
            return (MailAnswer.Later, true); // not audited, not read
        }
    }

    private static TimeSpan Wait(int attempts)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(attempts - 1, 10)));
        return wait < LongestWait ? wait : LongestWait;
    }
}
