using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace PrivacyPortal.Tests.App;

/// <summary>
/// A record system with one member, each of whose resources carries words that occur nowhere else: one in a field that a limited scope keeps, one in a
/// field that it masks; on a plain entry, on one with the HIV label, and on one of another practitioner. It records what it is asked.
/// </summary>
internal sealed class CanaryRecordSystem : HttpMessageHandler
{
    private const string Practice = "Practitioner/7";

    private static readonly Dictionary<string, Func<string, string, string>> Bodies = new()
    {
        ["Coverage"] = (word, _) => $$""","status":"active","beneficiary":{"reference":"Patient/amy"},"payor":[{"display":"{{word}}-limited"}],"subscriberId":"{{word}}-full" """,
        ["ExplanationOfBenefit"] = (word, by) => $$""","status":"active","use":"claim","patient":{"reference":"Patient/amy"},"provider":{"reference":"{{by}}"},"payment":{"type":{"text":"{{word}}-limited"} },"disposition":"{{word}}-full" """,
        ["Encounter"] = (word, by) => $$""","status":"{{word}}-limited","subject":{"reference":"Patient/amy"},"participant":[{"individual":{"reference":"{{by}}"} }],"type":[{"text":"{{word}}-full"}] """,
        ["Procedure"] = (word, by) => $$""","status":"{{word}}-limited","subject":{"reference":"Patient/amy"},"performer":[{"actor":{"reference":"{{by}}"} }],"code":{"text":"{{word}}-full"} """,
        ["MedicationRequest"] = (word, _) => $$""","status":"active","subject":{"reference":"Patient/amy"},"medicationCodeableConcept":{"text":"{{word}}-limited"},"dosageInstruction":[{"text":"{{word}}-full"}] """,
        ["Condition"] = (word, _) => $$""","subject":{"reference":"Patient/amy"},"code":{"text":"{{word}}-limited"},"onsetString":"{{word}}-full" """,
        ["AllergyIntolerance"] = (word, _) => $$""","patient":{"reference":"Patient/amy"},"code":{"text":"{{word}}-limited"},"criticality":"{{word}}-full" """,
        ["Immunization"] = (word, _) => $$""","patient":{"reference":"Patient/amy"},"vaccineCode":{"text":"{{word}}-limited"},"occurrenceString":"{{word}}-full" """,
        ["CareTeam"] = (word, _) => $$""","status":"active","subject":{"reference":"Patient/amy"},"name":"{{word}}-limited","participant":[{"member":{"display":"{{word}}-full"} }] """,
        ["Observation"] = (word, _) => $$""","status":"final","subject":{"reference":"Patient/amy"},"code":{"text":"{{word}}-limited"},"valueString":"{{word}}-full" """,
        ["Communication"] = (word, by) => $$""","status":"completed","subject":{"reference":"Patient/amy"},"identifier":[{{Number(by)}}],"category":[{"coding":[{"system":"urn:privacy-portal:communication","code":"member-request"}] }],"payload":[{"contentString":"{{word}}-full"}] """,
        ["Task"] = (_, by) => $$""","for":{"reference":"Patient/amy"},"identifier":[{{Number(by)}},{"system":"urn:privacy-portal:case","value":"{{(by == Practice ? "case-1" : "case-2")}}"}] """,
        ["DocumentReference"] = (word, by) => $$""","status":"current","subject":{"reference":"Patient/amy"},"author":[{"reference":"{{by}}","display":"{{word}}-full"}],"content":[{"attachment":{"title":"{{word}}-limited","data":"aGk="} }] """,
    };

    private readonly ConcurrentQueue<string> asked = new();

    /// <summary>The types that have been searched since the last look, each as often as it was.</summary>
    public string[] Asked()
    {
        var types = new List<string>();
        while (asked.TryDequeue(out var type))
            types.Add(type);
        return [.. types.Order(StringComparer.Ordinal)];
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post || request.RequestUri!.Segments is not [_, _, var type, "_search"])
            throw new InvalidOperationException("Only searches by POST are arranged.");
        var name = type.TrimEnd('/');
        asked.Enqueue(name);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Answer(name), Encoding.UTF8, "application/fhir+json") });
    }

    private static string Answer(string type)
    {
        string[] entries = type == "Patient"
            ? ["""{"resource":{"resourceType":"Patient","id":"amy","name":[{"family":"plain-Patient-limited"}],"address":[{"text":"plain-Patient-full"}]} }"""]
            : [Entry(type, "plain", Practice, ""), Entry(type, "hiv", Practice, ""","meta":{"security":[{"code":"HIV"}]}"""), Entry(type, "others", "Practitioner/8", "")];
        return $$"""{"resourceType":"Bundle","type":"searchset","total":{{entries.Length}},"entry":[{{string.Join(',', entries)}}]}""";
    }

    // requests of two cases: the one of the need, and another
    private static string Number(string by) => $$"""{"system":"urn:privacy-portal:request","value":"{{(by == Practice ? "R-1" : "R-2")}}"}""";

    private static string Entry(string type, string kind, string by, string meta) =>
        $$"""{"resource":{"resourceType":"{{type}}","id":"{{kind}}"{{meta}}{{Bodies[type]($"{kind}-{type}", by)}} } }""";
}
