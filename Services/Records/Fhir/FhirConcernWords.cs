using System.Security.Cryptography;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>
/// A concern is a <c>Communication</c> of its member in the record system, and a visitor's is one about nobody, known by its number. A connection for each writing or reading, gone with it; what was sent is
/// zeroed once it is sent (C12).
/// </summary>
[Enforces(Clauses.InputServesTheRequest, Clauses.NotStored)]
internal sealed class FhirConcernWords(RecordSystemOptions options, Func<HttpMessageHandler> handler, TimeProvider clock) : IConcernWords
{
    private const string Type = "Communication";

    public async Task<WordsWritten> WriteAsync(ConcernLetter letter, CancellationToken cancel)
    {
        using var connection = new RecordConnection(options, handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
        var body = ConcernJson.Write(letter, clock.GetUtcNow());
        try
        {
            var created = await connection.CreateAsync(Type, body, ifNoneExist: null, deadline);
            // without its place the words could never be found again
            return new(created.Reference, created.Problem ?? (created.Reference is null ? RecordProblem.Unreadable : null));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }

    public async Task<WordsRead> ReadAsync(ConcernErrand errand, CancellationToken cancel)
    {
        var (member, number, reference) = errand.Open(clock.GetUtcNow());
        if (reference.Split('/') is not [Type, var id])
            return new(null, RecordProblem.Unavailable);
        using var connection = new RecordConnection(options, handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
        var gathered = await new SearchPages(connection, options.MaxPages).ReadAsync(new Search(Type, $"_id={id}"), entry => Read(entry, id, number), new Whose(member, connection.Address), deadline);
        return gathered.Items.Count > 0 ? new(gathered.Items[0].Words, null)
            : new(null, gathered.Problem ?? (gathered.Completeness.NotTheirs > 0 ? RecordProblem.NotTheirs : RecordProblem.Unavailable));
    }

    private static Found? Read(Entry entry, string id, string number) =>
        entry.Resource.Is("id"u8, System.Text.Encoding.UTF8.GetBytes(id)) && entry.Resource.First("identifier"u8).Text("value"u8) == number && entry.Resource.First("payload"u8).Text("contentString"u8) is { } words ? new(words) : null;

    private sealed record Found(string Words)
    {
        public override string ToString() => nameof(Found);
    }
}
