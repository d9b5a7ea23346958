using System.Globalization;
using System.Text.Json;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>
/// A practitioner's panel: active care teams, members whose general practitioner it is, and claims of the last year. Of each resource only its id, whom it
/// is about and whether it stands are read; a list that is not whole is no answer. A connection for each check, gone with it (C11, C13).
/// </summary>
[Enforces(Clauses.AccessByNeed, Clauses.NotStored)]
internal sealed class FhirPractitionerPanel(RecordSystemOptions options, PanelOptions panel, Func<HttpMessageHandler> handler, TimeProvider clock) : IPractitionerPanel
{
    public async Task<IReadOnlyList<PanelEntry>?> PatientsOfAsync(string practitioner, CancellationToken cancel)
    {
        using var connection = new RecordConnection(options, handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
        var reading = new PanelReading(connection, practitioner, clock.GetUtcNow(), panel.RecentClaimDays);
        var entries = new List<PanelEntry>();
        foreach (var (search, read) in Searches(practitioner, reading))
        {
            if (await PagesAsync(connection, search, read, deadline) is not { } found)
                return null;
            entries.AddRange(found);
        }
        return entries;
    }

    public async Task<bool?> HasAsync(string practitioner, PatientId subject, CancellationToken cancel)
    {
        using var connection = new RecordConnection(options, handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
        var reading = new PanelReading(connection, practitioner, clock.GetUtcNow(), panel.RecentClaimDays);
        foreach (var (search, read) in Searches(practitioner, reading))
        {
            var only = $"{(search.Type == "Patient" ? "_id" : "patient")}={Uri.EscapeDataString(subject.Value)}";
            if (await PagesAsync(connection, search with { Query = $"{search.Query}&{only}" }, read, deadline) is not { } found)
                return null;
            // a record system that does not know the parameter answers with everybody
            if (found.Any(entry => entry.Subject == subject))
                return true;
        }
        return false;
    }

    private IEnumerable<(Search Search, Func<JsonElement, PanelEntry?> Read)> Searches(string practitioner, PanelReading reading)
    {
        var whom = Uri.EscapeDataString(practitioner);
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-panel.RecentClaimDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return (new Search("CareTeam", $"participant={whom}&status=active&_elements=id,status,period,subject,participant"), reading.CareTeam);
        yield return (new Search("Patient", $"general-practitioner={whom}&_elements=id,active,generalPractitioner"), reading.Patient);
        if (panel.RecentClaimDays == 0)
            yield break;
        yield return (new Search("ExplanationOfBenefit", $"care-team={whom}&created=ge{since}&_elements=id,status,created,patient,provider,careTeam"), reading.Claim);
        yield return (new Search("ExplanationOfBenefit", $"provider={whom}&created=ge{since}&_elements=id,status,created,patient,provider,careTeam"), reading.Claim);
    }

    // null when any page is missing: half a panel would look like an end of treatment, or like a whole one
    private async Task<List<PanelEntry>?> PagesAsync(RecordConnection connection, Search search, Func<JsonElement, PanelEntry?> read, Deadline deadline)
    {
        var found = new List<PanelEntry>();
        var visited = new HashSet<Uri>();
        Uri? next = null;
        for (var count = 0; count < options.MaxPages; count++)
        {
            using var answer = next is null ? await connection.SearchAsync(search, deadline) : await connection.ContinueAsync(next, deadline);
            if (answer.Body is not { } body || SearchPage.Read(body.Json.Span) is not { } page)
                return null;
            foreach (var range in page.Entries)
            {
                if (OneResource.Read(body.Json[range], search.Type, read) is { } entry)
                    found.Add(entry);
            }
            if (page.Next is null)
                return found;
            next = connection.Address.Next(page.Next);
            if (next is null || !visited.Add(next))
                return null;
        }
        return null;
    }
}
