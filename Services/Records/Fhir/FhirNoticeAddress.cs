using System.Text.Json;
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

    private Found Read(Entry entry)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new(Addresses(entry.Resource, today).OrderBy(found => found.Rank ?? int.MaxValue).Select(found => found.Address).FirstOrDefault());
    }

    // in the order of the record's own preference; an address of the past is none
    private static List<(string Address, int? Rank)> Addresses(JsonElement patient, DateOnly today)
    {
        var found = new List<(string Address, int? Rank)>();
        foreach (var telecom in patient.Items("telecom"u8))
        {
            if (telecom.Is("system"u8, "email"u8) && !telecom.Is("use"u8, "old"u8) && telecom.Text("value"u8) is { } value && !Dates.IsPast(telecom, today))
                found.Add((value, telecom.Whole("rank"u8)));
        }
        return found;
    }

    private sealed record Found(string? Value)
    {
        public override string ToString() => nameof(Found);
    }
}
