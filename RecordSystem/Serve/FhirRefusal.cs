namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>Ends a request with an OperationOutcome. The text is our own and never quotes what was sent.</summary>
internal sealed class FhirRefusal(int status, string issueCode, string text) : Exception(text)
{
    public int Status => status;

    public string IssueCode => issueCode;

    public IReadOnlyList<string> Details { get; init; } = [text];

    public static FhirRefusal BadRequest(string issueCode, string text) => new(400, issueCode, text);

    public static FhirRefusal NotFound() => new(404, "not-found", "There is nothing at this address.");

    public static FhirRefusal NotAllowed() => new(405, "not-supported", "This is not possible at this address.");

    public static FhirRefusal NotAcceptable() => new(406, "not-supported", "This server answers FHIR 4.0 as JSON only.");

    public static FhirRefusal WrongMediaType() => new(415, "not-supported", "This kind of content is not taken at this address.");

    public static FhirRefusal TooLarge() => new(413, "too-long", "The content is larger than this server takes.");

    public static FhirRefusal PageGone() => new(410, "expired", "This page is no longer kept. Search again.");
}
