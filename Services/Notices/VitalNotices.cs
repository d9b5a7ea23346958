using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Notices;

/// <summary>The outbox: a row for each notice, which is also the member's list of them. Without a mail server the list is all there is.</summary>
[Enforces(Clauses.VitalNoticesOnly)]
internal sealed class VitalNotices(IDbContextFactory<PortalDb> store, IOptions<SmtpOptions> smtp, IAuditLog audit, TimeProvider clock) : IVitalNotices
{
    private const int MostListed = 500;

    public bool SendsMail => smtp.Value.IsSet;

    public string Enclose(PortalDb changes, string accountId, NoticeKind kind)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var now = clock.GetUtcNow();
        var id = Guid.NewGuid().ToString("N");
        changes.Notices.Add(new NoticeRow
        {
            Id = id,
            AccountId = accountId,
            Kind = kind,
            At = now,
            State = smtp.Value.IsSet ? NoticeState.Waiting : NoticeState.InPortalOnly,
            NextTryAt = smtp.Value.IsSet ? now : null,
        });
        return id;
    }

    public async Task SendAsync(string accountId, NoticeKind kind, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        Enclose(db, accountId, kind);
        await audit.SaveAsync(db, new AuditEntry(AuditAct.NoticeQueued, Allowed: true) { Account = accountId, Rule = kind.ToString() }, cancel);
    }

    public async Task<IReadOnlyList<SentNotice>> ListAsync(string accountId, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Notices.AsNoTracking().Where(row => row.AccountId == accountId).OrderByDescending(row => row.At).Take(MostListed)
            .Select(row => new SentNotice(row.Kind, row.At, row.State, row.SentAt)).ToListAsync(cancel);
    }
}
