using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.WhoLooked;

/// <summary>What the audit says about the viewer's own record: who opened what, when and why, for six years (C13, C23).</summary>
/// <remarks>There is no way to ask about anybody else's: the record is the account's own. Reading this list opens no record and is not itself a look.</remarks>
[Enforces(Clauses.AccessByNeed, Clauses.Proactive)]
public sealed class WhoLookedList
{
    private const int YearsKept = 6;

    private readonly StoreConnection store;
    private readonly AuditWritten written;
    private readonly TimeProvider clock;

    internal WhoLookedList(StoreConnection store, AuditWritten written, TimeProvider clock) => (this.store, this.written, this.clock) = (store, written, clock);

    /// <summary>The looks at the viewer's own record; null when the account has none of its own or may not see it.</summary>
    public async Task<Looks?> ReadAsync(Actor viewer, LooksAsked asked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(asked);
        return OwnRecordOf(viewer) is { } own ? await Task.Run(() => Read(viewer.AccountId, own, asked, cancel), cancel) : null;
    }

    /// <summary>Tells when there is something new about the viewer's record, until disposed. The callback runs on the audit's thread.</summary>
    public IDisposable? Watch(Actor viewer, Action news)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return OwnRecordOf(viewer) is { } own ? new Watcher(written, own.Value, news) : null;
    }

    /// <summary>Whose looks an account may read: those at its own record, with a password of its own.</summary>
    internal static PatientId? OwnRecordOf(Actor viewer) => viewer.HasPersonalPassword && viewer.Roles.Contains(Role.Member) ? viewer.OwnRecord : null;

    private Looks Read(string account, PatientId own, LooksAsked asked, CancellationToken cancel)
    {
        using var connection = store.Open();
        var since = clock.GetUtcNow().AddYears(-YearsKept);
        var (lines, others) = (new OneVisitIsOneLine(account), false);
        foreach (var record in AuditMentions.About(connection, own.Value).Select(AuditJson.Read))
        {
            cancel.ThrowIfCancellationRequested();
            if (record.At < since || (others && lines.Count > asked.Most && !lines.MayStillBelong(record.At, asked.Most)))
                break;
            var entry = record.Entry;
            if (entry.Act is not (AuditAct.RecordRead or AuditAct.GlassBroken or AuditAct.ConcernRead or AuditAct.RequestRead))
                continue;
            others |= entry.Allowed && entry.Account != account;
            if ((entry.Allowed || asked.Refused) && !(asked.OthersOnly && entry.Account == account))
                lines.Add(record);
        }
        return new([.. lines.Lines().Take(asked.Most)], lines.Count > asked.Most, others);
    }

    private sealed class Watcher : IDisposable
    {
        private readonly AuditWritten written;
        private readonly string subject;
        private readonly Action news;

        internal Watcher(AuditWritten written, string subject, Action news)
        {
            (this.written, this.subject, this.news) = (written, subject, news);
            written.About += Hear;
        }

        public void Dispose() => written.About -= Hear;

        private void Hear(string about)
        {
            if (about == subject)
                news();
        }
    }
}
