using System.Security.Cryptography;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Writes and reads requests over FHIR: a connection for each, gone with it; what was sent is zeroed once it is sent (C12).</summary>
[Enforces(Clauses.InputServesTheRequest, Clauses.NotStored)]
internal sealed class FhirRequestMail(RecordSystemOptions options, Func<HttpMessageHandler> handler, TimeProvider clock) : IRequestMail
{
    public Task<WordsWritten> BeginAsync(RequestTask request, CancellationToken cancel) =>
        SendAsync(MessageJson.Write(request, null), (connection, body, deadline) => connection.CreateAsync("Task", body, null, deadline), cancel);

    public async Task<WordsWritten> UpdateAsync(string reference, RequestTask request, CancellationToken cancel)
    {
        if (reference.Split('/') is not ["Task", var id])
            return new(null, RecordProblem.Unavailable);
        var body = MessageJson.Write(request, id);
        return await SendAsync(body, async (connection, bytes, deadline) => await connection.UpdateAsync(reference, bytes, deadline) with { Reference = reference }, cancel);
    }

    public Task<WordsWritten> WriteAsync(RequestLetter letter, CancellationToken cancel) =>
        SendAsync(MessageJson.Write(letter, clock.GetUtcNow()), (connection, body, deadline) => connection.CreateAsync("Communication", body, null, deadline), cancel);

    public async Task<Fetched<IReadOnlyList<Message>>> ReadAsync(RequestErrand errand, CancellationToken cancel)
    {
        var (member, number) = errand.Open(clock.GetUtcNow());
        using var connection = new RecordConnection(options, handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
        var gathered = await new SearchPages(connection, options.MaxPages).ReadAsync(
            Search.Messages(member), entry => MessageReading.Read(entry) is { } one && one.Number == number ? one : null, new Whose(member, connection.Address), deadline);
        return gathered.Problem is { } problem
            ? Fetched.Failed<IReadOnlyList<Message>>(problem, clock.GetUtcNow())
            : Fetched.From(MessageReading.WithCases(gathered.Items, []), gathered.Completeness with { Stated = null }, clock.GetUtcNow());
    }

    private async Task<WordsWritten> SendAsync(byte[] body, Func<RecordConnection, byte[], Deadline, Task<Created>> send, CancellationToken cancel)
    {
        using var connection = new RecordConnection(options, handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
        try
        {
            var created = await send(connection, body, deadline);
            // without its place it could never be found again
            return created.Problem is { } problem ? new(null, problem) : new(created.Reference, created.Reference is null ? RecordProblem.Unreadable : null);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }
}
