using System.Globalization;
using System.Net;
using System.Text.Json;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Contact of record over FHIR. A connection for each question, gone with it; of what comes back only what was asked for is read, and only of the right resource.</summary>
[Enforces(Clauses.NotStored)]
internal sealed class FhirContactOfRecord(RecordSystemOptions options, Func<HttpMessageHandler> handler, TimeProvider clock) : IContactOfRecord
{
    private const int SettledAfterDays = 10;

    public Task<(Addressee? To, RecordProblem? Problem)> AddresseeAsync(ContactErrand errand, CancellationToken cancel) =>
        ReadAsync(errand.Open(clock.GetUtcNow()), "name,address", person => HumanNames.Current(person, Today).Display is { } name
            && PostalAddresses.Current(person, Today) is [var lines, ..] ? new Addressee(name, lines) : null, cancel);

    public Task<(CallBack? Numbers, RecordProblem? Problem)> TelephoneAsync(ContactErrand errand, CancellationToken cancel) =>
        ReadAsync(errand.Open(clock.GetUtcNow()), "meta,telecom", person => new CallBack([.. Telecoms.Current(person, "phone"u8, Today).Distinct()], ChangedLately(person)), cancel);

    public async Task<(IReadOnlyList<PatientId> Found, RecordProblem? Problem)> FindAsync(string memberNumber, CancellationToken cancel)
    {
        var wanted = $"identifier={Uri.EscapeDataString(Escaped(memberNumber))}&_elements=id,identifier,beneficiary";
        var found = new HashSet<PatientId>();
        foreach (var type in (string[])["Patient", "Coverage"])
        {
            var problem = await SearchAsync(new Search(type, wanted), resource =>
            {
                if (HasNumber(resource, memberNumber) && WhoseNumber(type, resource) is { } patient)
                    found.Add(patient);
            }, cancel);
            if (problem is not null)
                return ([], problem);
        }
        return ([.. found.Take(2)], null);
    }

    public async Task<LetterAnswer> PostLetterAsync(ContactErrand errand, Guid letter, ReadOnlyMemory<byte> page, CancellationToken cancel)
    {
        var body = LetterWriting.Write(errand.Open(clock.GetUtcNow()), letter, page.Span, clock.GetUtcNow());
        try
        {
            using var connection = new RecordConnection(options, handler());
            using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
            return AnswerOf(await connection.CreateAsync("Communication", body, LetterWriting.IfNoneExist(letter), deadline));
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(body);
        }
    }

    public async Task<bool?> HasLetterAsync(Guid letter, CancellationToken cancel)
    {
        var there = false;
        var problem = await SearchAsync(new Search("Communication", LetterWriting.IfNoneExist(letter) + "&_elements=id,identifier"),
            resource => there |= resource.Items("identifier"u8).Any(identifier => identifier.Text("value"u8) == LetterWriting.IdentifierOf(letter)), cancel);
        return problem is null ? there : null;
    }

    private static LetterAnswer AnswerOf(Created created) => created switch
    {
        { Problem: null } => LetterAnswer.Taken,
        { Status: null or HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError or < HttpStatusCode.BadRequest } => LetterAnswer.Unknown,
        _ => LetterAnswer.Refused,
    };

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<(T? Read, RecordProblem? Problem)> ReadAsync<T>(string reference, string elements, Func<JsonElement, T?> read, CancellationToken cancel) where T : class
    {
        var (type, id) = (reference.Split('/')[0], reference.Split('/')[1]);
        var (there, found) = (false, (T?)null);
        var problem = await SearchAsync(new Search(type, $"_id={id}&_elements=id,{elements}"), resource =>
        {
            if (!there && resource.Text("id"u8) == id)
                (there, found) = (true, read(resource));
        }, cancel);
        return (found, problem ?? (there ? null : RecordProblem.Unavailable));
    }

    private async Task<RecordProblem?> SearchAsync(Search search, Action<JsonElement> take, CancellationToken cancel)
    {
        using var connection = new RecordConnection(options, handler());
        using var deadline = new Deadline(TimeSpan.FromSeconds(options.TimeoutSeconds), clock, cancel);
        using var answer = await connection.SearchAsync(search, deadline);
        if (answer.Body is not { } body || SearchPage.Read(body.Json.Span) is not { } page)
            return answer.Problem ?? RecordProblem.Unreadable;
        try
        {
            foreach (var range in page.Entries)
            {
                using var entry = JsonDocument.Parse(body.Json[range]);
                if (entry.RootElement.Object("resource"u8) is var resource && resource.Text("resourceType"u8) == search.Type)
                    take(resource);
            }
            return null;
        }
        catch (Exception e) when (e is MalformedEntryException or JsonException or InvalidOperationException)
        {
            return RecordProblem.Unreadable;
        }
    }

    // a first version was never changed; a later one may have got another number, and FHIR does not say which element it was
    private bool ChangedLately(JsonElement person)
    {
        var meta = person.Object("meta"u8);
        if (meta.Text("versionId"u8) == "1")
            return false;
        return !DateTimeOffset.TryParse(meta.Text("lastUpdated"u8), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var changed) || clock.GetUtcNow() - changed < TimeSpan.FromDays(SettledAfterDays);
    }

    private static bool HasNumber(JsonElement resource, string number) =>
        resource.Items("identifier"u8).Any(identifier => Concepts.Has(identifier.Object("type"u8), "MB"u8) && identifier.Text("value"u8) == number);

    private static PatientId? WhoseNumber(string type, JsonElement resource) => type == "Patient"
        ? PatientId.From(resource.Text("id"u8))
        : resource.Object("beneficiary"u8).Text("reference"u8) is { } reference && reference.StartsWith("Patient/", StringComparison.Ordinal) ? PatientId.From(reference) : null;

    // FHIR's own escape, for characters that would end a value or begin a system
    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);
}
