using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records;

/// <summary>
/// What of an answer a grant shows: entries with a sensitive label that it does not name are left out, a limited scope is masked, and where only some
/// entries are opened, those not known to be among them are left out (C13). That something was left out is not told.
/// </summary>
internal static class GrantedView
{
    internal static Fetched<IReadOnlyList<T>> Of<T>(Grant grant, Fetched<IReadOnlyList<T>> fetched, Func<T, T> limit) where T : RecordItem
    {
        if (fetched.Value is not { } items)
            return fetched;
        IReadOnlyList<T> shown = [.. items.Where(item => Opens(grant, item)).Select(item => grant.Scope == Scope.Full ? item : limit(item))];
        var hidden = items.Count - shown.Count;
        var told = fetched.Completeness with { Shown = fetched.Completeness.Shown - hidden, Stated = fetched.Completeness.Stated - hidden };
        return Fetched.From(shown, told, fetched.At);
    }

    internal static Fetched<T> Of<T>(Grant grant, Fetched<T> fetched, Func<T, T> limit) where T : RecordItem
    {
        if (fetched.Value is not { } item)
            return fetched;
        return Opens(grant, item)
            ? Fetched.From(grant.Scope == Scope.Full ? item : limit(item), fetched.Completeness, fetched.At)
            : Fetched.Failed<T>(RecordProblem.Unavailable, fetched.At);
    }

    private static bool Opens(Grant grant, RecordItem item) => grant.Scope != Scope.None && grant.Shows(item)
        && ((grant.Condition & (ItemCondition.OwnItems | ItemCondition.CaseItems)) == 0 || (grant.Items is { } whose && item.Owners.Contains(whose)));
}
