using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.PrivacyOffice;

/// <summary>Everything that one account was shown between two times: whose record, which parts, how often, for which reason (C8, C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class WhatAccountSaw
{
    private readonly StoreConnection log;
    private readonly IDbContextFactory<PortalDb> store;
    private readonly IAuditLog audit;
    private readonly AccessPolicy policy;

    internal WhatAccountSaw(StoreConnection log, IDbContextFactory<PortalDb> store, IAuditLog audit, AccessPolicy policy) =>
        (this.log, this.store, this.audit, this.policy) = (log, store, audit, policy);

    /// <summary>One line for each member's record and reason; null when the account is no privacy officer's, empty for a name that there is not.</summary>
    /// <exception cref="AuditUnavailableException">It could not be written down, so nothing is read.</exception>
    public async Task<IReadOnlyList<SeenRecord>?> RunAsync(Actor officer, string account, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(account);
        if (!policy.IsOpenTo(officer))
            return null;
        await using var db = await store.CreateDbContextAsync(cancel);
        var id = await db.AccountAsync(account, cancel);
        await audit.AppendAsync(new AuditEntry(AuditAct.AuditSearched, Allowed: true) { Account = officer.AccountId, Session = officer.SessionId, Rule = "account,seen", Target = id }, cancel);
        return id is null ? [] : await Task.Run(() => Read(id, from, until, cancel), cancel);
    }

    private List<SeenRecord> Read(string account, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        using var connection = log.Open();
        var seen = new List<AuditRecord>();
        foreach (var record in AuditMentions.Concerning(connection, account, null).Select(AuditJson.Read))
        {
            cancel.ThrowIfCancellationRequested();
            if (record.At < from)
                break;
            if (record.At < until && record.Entry is { Act: AuditAct.RecordRead or AuditAct.ConcernRead, Allowed: true, Subject: not null })
                seen.Add(record);
        }
        return [.. seen.GroupBy(record => (record.Entry.Subject, record.Entry.Need, record.Entry.Purpose)).Select(of => new SeenRecord(
            of.Key.Subject!, of.Key.Need, of.Key.Purpose, [.. of.Select(record => record.Entry.Category).OfType<Category>().Distinct().Order()],
            of.Count(), of.Min(record => record.At), of.Max(record => record.At))).OrderByDescending(line => line.Last)];
    }
}

/// <summary>One record that was seen, for one reason.</summary>
public sealed record SeenRecord(
    string Subject, NeedKind? Need, PurposeOfUse? Purpose, IReadOnlyList<Category> Categories, int Times, DateTimeOffset First, DateTimeOffset Last)
{
    public override string ToString() => nameof(SeenRecord);
}
