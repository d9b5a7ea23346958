using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.WhoLooked;

/// <summary>Puts entries together that one session made for one reason within a minute of each other. Takes them newest first.</summary>
internal sealed class OneVisitIsOneLine(string viewer)
{
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(1);
    private readonly List<List<AuditRecord>> visits = [];
    private readonly Dictionary<object, List<AuditRecord>> open = [];

    internal int Count => visits.Count;

    /// <summary>Whether an entry of this time could still belong to one of the first <paramref name="visitsAsked"/> visits.</summary>
    internal bool MayStillBelong(DateTimeOffset at, int visitsAsked) => visits.Take(visitsAsked).Any(visit => visit[^1].At - at <= Gap);

    internal void Add(AuditRecord record)
    {
        var entry = record.Entry;
        var key = (entry.Act, entry.Account, entry.Session, entry.Allowed, entry.Purpose, entry.Need, entry.Rule, entry.Version, entry.Reason);
        if (!open.TryGetValue(key, out var visit) || visit[^1].At - record.At > Gap)
            visits.Add(open[key] = visit = []);
        visit.Add(record);
    }

    internal IEnumerable<Look> Lines() => visits.Select(Line);

    private Look Line(List<AuditRecord> visit)
    {
        var entry = visit[0].Entry;
        return new()
        {
            Act = entry.Act,
            At = visit[0].At,
            Own = entry.Account == viewer,
            // the role in which it was allowed says more than all that the account holds
            Roles = entry.Role is { } role ? [role] : entry.Roles,
            Categories = [.. visit.Select(record => record.Entry.Category).OfType<Category>().Distinct().Order()],
            // what was opened whole and again in a few fields was opened whole
            Limited = [.. visit.GroupBy(record => record.Entry.Category).Where(part => part.All(record => record.Entry.Scope == Scope.Limited)).Select(part => part.Key).OfType<Category>().Order()],
            Purpose = entry.Purpose,
            Need = entry.Need,
            Rule = entry.Rule,
            Version = entry.Version,
            Allowed = entry.Allowed,
            Entries = [.. visit.Select(record => record.Sequence)],
        };
    }
}
