using Microsoft.AspNetCore.Http.Headers;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>FHIR 4.0 as JSON is all there is; a client that takes nothing of that is told so.</summary>
internal static class Accepting
{
    private static readonly string[] MediaTypes = ["application/fhir+json", "application/json", "application/*", "*/*"];

    public static void Check(HttpRequest request)
    {
        var accepted = new RequestHeaders(request.Headers).Accept;
        if (accepted.Count == 0 && request.Headers.Accept.Count == 0) return;
        var fits = accepted.Any(type => MediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase) && type.Quality is not 0
            && type.Parameters.All(p => !p.Name.Equals("fhirVersion", StringComparison.OrdinalIgnoreCase) || p.Value.Value?.Trim('"') is "4.0" or "4.0.1"));
        if (!fits) throw FhirRefusal.NotAcceptable();
    }
}
