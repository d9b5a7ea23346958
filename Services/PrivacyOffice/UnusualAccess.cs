using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.PrivacyOffice.Unusual;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.PrivacyOffice;

/// <summary>What stands out in the audit of the last week by simple rules, each with its sentence: where an officer looks without being asked (C23).</summary>
[Enforces(Clauses.Proactive)]
public sealed class UnusualAccess
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly StoreConnection log;
    private readonly IDbContextFactory<PortalDb> store;
    private readonly IAuditLog audit;
    private readonly AccessPolicy policy;
    private readonly TimeProvider clock;
    private readonly UnusualRule[] rules;

    internal UnusualAccess(StoreConnection log, IDbContextFactory<PortalDb> store, IAuditLog audit, AccessPolicy policy, TimeProvider clock)
    {
        (this.log, this.store, this.audit, this.policy, this.clock) = (log, store, audit, policy, clock);
        rules = [new ManyMembersInAnHour(), new OutsideUsualHours(clock.LocalTimeZone), new TooCloseTried(), new RefusedInARow(), new GlassBrokenOften()];
    }

    /// <summary>The rules' sentences, in one language.</summary>
    public IReadOnlyList<string> RulesIn(SentenceLanguage language) => [.. rules.Select(rule => rule.Sentence(language))];

    /// <summary>The findings of the last seven days, the newest first, their rules in one language; null when the account is no privacy officer's.</summary>
    /// <exception cref="AuditUnavailableException">It could not be written down, so nothing is read.</exception>
    public async Task<IReadOnlyList<UnusualFinding>?> RunAsync(Actor officer, SentenceLanguage language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(officer);
        if (!policy.IsOpenTo(officer))
            return null;
        await audit.AppendAsync(new AuditEntry(AuditAct.AuditSearched, Allowed: true) { Account = officer.AccountId, Session = officer.SessionId, Rule = "unusual" }, cancel);
        var found = await Task.Run(() => Find(language, cancel), cancel);
        await using var db = await store.CreateDbContextAsync(cancel);
        var names = await db.NamesAsync(found.Select(finding => finding.Account), cancel);
        return [.. found.Select(finding => finding with { UserName = names.GetValueOrDefault(finding.Account) }).OrderByDescending(finding => finding.Last)];
    }

    private List<UnusualFinding> Find(SentenceLanguage language, CancellationToken cancel)
    {
        using var connection = log.Open();
        var since = clock.GetUtcNow() - Week;
        var week = new List<AuditRecord>();
        foreach (var record in StoredAudit.Backwards(connection, long.MaxValue).Select(AuditJson.Read))
        {
            cancel.ThrowIfCancellationRequested();
            if (record.At < since)
                break;
            if (record.Entry is { Account: not null, Act: AuditAct.RecordRead or AuditAct.GlassBroken or AuditAct.MemberSearched or AuditAct.CaseOpened })
                week.Add(record);
        }
        week.Reverse();
        return [.. week.GroupBy(record => record.Entry.Account!).SelectMany(of => rules.SelectMany(rule => rule.Find([.. of]).Select(found => new UnusualFinding(
            rule.Sentence(language), of.Key, null, found.Select(record => record.Entry.Subject).Distinct().Count(), found.Length, found[0].At, found[^1].At, found[0].Sequence, found[^1].Sequence))))];
    }
}

/// <summary>One finding: which rule, whose account, how much, between which entries.</summary>
public sealed record UnusualFinding(
    string Rule, string Account, string? UserName, int Members, int Entries, DateTimeOffset First, DateTimeOffset Last, long FirstEntry, long LastEntry)
{
    public override string ToString() => nameof(UnusualFinding);
}
