using System.Globalization;
using System.Text.Json;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>
/// Looks a member up by number and birth date, in the body of a <c>POST Patient/_search</c>, and keeps the id alone. What comes back has to carry both
/// itself, and be the only one: a record system that ignores a parameter finds nobody (C13). A connection for each search, gone with it.
/// </summary>
[Enforces(Clauses.AccessByNeed, Clauses.NotStored)]
internal sealed class FhirMemberDirectory(RecordSystemOptions options, Func<HttpMessageHandler> handler, TimeProvider clock) : IMemberDirectory
{
    public async Task<FoundMember> FindAsync(MemberIdentifiers identifiers, CancellationToken cancel)
    {
        using var connection = new RecordConnection(options, handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
        var born = identifiers.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var search = new Search("Patient", $"identifier={Uri.EscapeDataString(identifiers.Number)}&birthdate={born}&_elements=id,identifier,birthDate");
        using var answer = await connection.SearchAsync(search, deadline);
        if (answer.Body is not { } body)
            return new(null, answer.Problem ?? RecordProblem.Unreadable);
        if (SearchPage.Read(body.Json.Span) is not { } page)
            return new(null, RecordProblem.Unreadable);
        var found = page.Entries.Select(range => OneResource.Read(body.Json[range], search.Type, patient => Match(patient, identifiers))).OfType<PatientId>().Distinct().Take(2).ToList();
        return new(found is [var one] && page.Next is null ? one : null, null);
    }

    private static PatientId? Match(JsonElement patient, MemberIdentifiers identifiers) =>
        patient.Date("birthDate"u8)?.Date == identifiers.Born && HasNumber(patient, identifiers.Number) ? PatientId.From(patient.Text("id"u8)) : null;

    // the plan's member number, or the number of the plan's own file on the member; no number that others know a person by
    private static bool HasNumber(JsonElement patient, string number)
    {
        foreach (var identifier in patient.Items("identifier"u8))
        {
            var type = identifier.Object("type"u8);
            if ((Concepts.Has(type, "MB"u8) || Concepts.Has(type, "MR"u8)) && identifier.Text("value"u8) == number && !identifier.Is("use"u8, "old"u8))
                return true;
        }
        return false;
    }
}
