using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Documents;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Fetches what is in one document: first that it is the member's and opened by the grant, and only then the document itself (C13).</summary>
internal sealed class DocumentFetch(SearchPages pages, RecordConnection connection, TimeProvider clock)
{
    public async Task<Fetched<DocumentContent>> ReadAsync(string document, PatientId member, Grant grant, Deadline deadline)
    {
        var gathered = await pages.ReadAsync(Search.Document(member, document), entry => entry.Id == document && DocumentReading.ReadContent(entry) is { } one ? new Found(one.Content, one.Binary) : null,
            new Whose(member, connection.Address), deadline);
        if (gathered.Problem is { } problem)
            return Failed(problem);
        if (gathered.Items is not [var found])
            return Failed(gathered.Completeness.NotTheirs > 0 ? RecordProblem.NotTheirs : RecordProblem.Unavailable);
        if (found.Binary is null || !grant.Shows(found.Content) || grant.Scope != Scope.Full)
            return Arrived(found.Content);
        using var answer = await connection.BinaryAsync(found.Binary, deadline);
        if (answer.Body is not { } body)
            return Failed(answer.Problem ?? RecordProblem.Unreadable);
        return DocumentReading.ReadBinary(body.Json) is { } bytes ? Arrived(found.Content with { Bytes = bytes }) : Failed(RecordProblem.Unreadable);
    }

    private Fetched<DocumentContent> Arrived(DocumentContent content) => Fetched.From(content, new Completeness(1, 1, 0, 0, false), clock.GetUtcNow());

    private Fetched<DocumentContent> Failed(RecordProblem problem) => Fetched.Failed<DocumentContent>(problem, clock.GetUtcNow());

    private sealed record Found(DocumentContent Content, string? Binary)
    {
        public override string ToString() => nameof(Found);
    }
}
