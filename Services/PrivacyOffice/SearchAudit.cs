using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.PrivacyOffice;

/// <summary>
/// Searches the audit for a privacy officer, page by page, the newest first. Each search stands in the audit itself before it is answered (C13, C23). One
/// page reads so many entries at most; a page that came to an end before it was full says where to go on.
/// </summary>
[Enforces(Clauses.AccessByNeed, Clauses.Proactive)]
public sealed class SearchAudit
{
    public const int PerPage = 50;
    private const int MostRead = 200_000;

    private readonly StoreConnection log;
    private readonly IDbContextFactory<PortalDb> store;
    private readonly IAuditLog audit;
    private readonly AccessPolicy policy;

    internal SearchAudit(StoreConnection log, IDbContextFactory<PortalDb> store, IAuditLog audit, AccessPolicy policy) =>
        (this.log, this.store, this.audit, this.policy) = (log, store, audit, policy);

    /// <summary>The page; null when the account is no privacy officer's. A name that there is not finds nothing.</summary>
    /// <exception cref="AuditUnavailableException">It could not be written down, so nothing is searched.</exception>
    public async Task<AuditPage?> RunAsync(Actor officer, AuditQuestion question, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(question);
        if (!policy.IsOpenTo(officer))
            return null;
        await using var db = await store.CreateDbContextAsync(cancel);
        var account = question.Account is { Length: > 0 } name ? await db.AccountAsync(name, cancel) : null;
        var entry = new AuditEntry(AuditAct.AuditSearched, Allowed: true) { Account = officer.AccountId, Session = officer.SessionId, Rule = question.Kinds() is { Length: > 0 } kinds ? kinds : "all", Target = account };
        await audit.AppendAsync(entry, cancel);
        if (question.Account is { Length: > 0 } && account is null)
            return new AuditPage([], null);
        var (found, next) = await Task.Run(() => Read(question, account, cancel), cancel);
        var names = await db.NamesAsync(found.Select(record => record.Entry.Account), cancel);
        return new AuditPage([.. found.Select(record => new AuditHit(record, record.Entry.Account is { } id ? names.GetValueOrDefault(id) : null))], next);
    }

    private (List<AuditRecord> Found, long? Next) Read(AuditQuestion question, string? account, CancellationToken cancel)
    {
        using var connection = log.Open();
        var before = question.Before ?? long.MaxValue;
        var (found, read) = (new List<AuditRecord>(), 0);
        // an account's entries by the index over them, everything else row by row
        foreach (var record in (account is null ? StoredAudit.Backwards(connection, before) : AuditMentions.Concerning(connection, account, null)).Select(AuditJson.Read))
        {
            cancel.ThrowIfCancellationRequested();
            if (record.At < question.From)
                break;
            if (record.Sequence >= before)
                continue;
            if (found.Count == PerPage || ++read > MostRead)
                return (found, found.Count == PerPage ? found[^1].Sequence : record.Sequence + 1);
            if (Fits(record, question))
                found.Add(record);
        }
        return (found, null);
    }

    private static bool Fits(AuditRecord record, AuditQuestion question) =>
        (question.Until is null || record.At < question.Until)
        && (question.Act is null || record.Entry.Act == question.Act)
        && !(question.RefusedOnly && record.Entry.Allowed)
        && (question.Reference is not { Length: > 0 } reference || record.Entry.Subject == reference || record.Entry.Target == reference || record.Entry.Session == reference);
}
