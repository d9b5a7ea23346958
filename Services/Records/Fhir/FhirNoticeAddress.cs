using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>
/// Reads <c>Patient.telecom</c> and takes the e-mail address: the record system is asked for no other element, and of an answer that holds more nothing
/// more is read. A connection for each read, gone with it.
/// </summary>
[Enforces(Clauses.NotStored)]
internal sealed class FhirNoticeAddress(RecordSystemOptions options, Func<HttpMessageHandler> handler, TimeProvider clock) : INoticeAddress
{
    public async Task<NoticeAddress> ReadAsync(NoticeErrand errand, CancellationToken cancel)
    {
        var member = errand.Open(clock.GetUtcNow());
        using var connection = new RecordConnection(options, handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
        var pages = new SearchPages(connection, options.MaxPages);
        var gathered = await pages.ReadAsync(new Search("Patient", $"_id={member.Value}&_elements=id,telecom"), Read, new Whose(member, connection.Address), deadline);
        if (gathered.Items.Count > 0)
            return new(gathered.Items[0].Value, null);
        return new(null, gathered.Problem ?? (gathered.Completeness.NotTheirs > 0 ? RecordProblem.NotTheirs : RecordProblem.Unavailable));
    }

    private Found Read(Entry entry) => new(Telecoms.Current(entry.Resource, "email"u8, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).FirstOrDefault());

    private sealed record Found(string? Value)
    {
        public override string ToString() => nameof(Found);
    }
}
