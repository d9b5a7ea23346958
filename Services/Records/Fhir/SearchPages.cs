namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>
/// Reads a search page by page: only to next links at the own address, never twice to the same one, and no further than the page limit. A later
/// page that fails leaves the list cut off, not empty; links that have expired are tried once more from the first page.
/// </summary>
internal sealed class SearchPages(RecordConnection connection, int maxPages)
{
    public async Task<Gathered<T>> ReadAsync<T>(Search search, Func<Entry, T?> read, Whose whose, Deadline deadline) where T : class
    {
        var first = await ReadOnceAsync(search, read, whose, deadline);
        if (!first.Expired)
            return first;
        var again = await ReadOnceAsync(search, read, whose, deadline);
        return again.Problem is null ? again : first;
    }

    private async Task<Gathered<T>> ReadOnceAsync<T>(Search search, Func<Entry, T?> read, Whose whose, Deadline deadline) where T : class
    {
        var gathering = new Gathering<T>(search.Type, read, whose, connection.Address);
        var visited = new HashSet<Uri>();
        Uri? next = null;
        for (var count = 1; ; count++)
        {
            using var answer = next is null ? await connection.SearchAsync(search, deadline) : await connection.ContinueAsync(next, deadline);
            var page = answer.Body is { } body ? SearchPage.Read(body.Json.Span) : null;
            if (page is null)
            {
                return next is null
                    ? Gathered<T>.Failed(answer.Problem ?? RecordProblem.Unreadable)
                    : new Gathered<T>(gathering.Items, gathering.Completeness(cutOff: true), Expired: answer.Gone);
            }
            gathering.Take(page, answer.Body!.Json);
            if (page.Next is null)
                return new Gathered<T>(gathering.Items, gathering.Completeness(cutOff: false));
            next = connection.Address.Next(page.Next);
            if (next is null || !visited.Add(next) || count == maxPages)
                return new Gathered<T>(gathering.Items, gathering.Completeness(cutOff: true));
        }
    }
}
