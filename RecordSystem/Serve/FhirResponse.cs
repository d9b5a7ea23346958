using System.Text.Json;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>An answer failed on the way: what was written of it must not be followed by anything.</summary>
internal sealed class HalfWritten(Exception cause) : Exception(cause.GetType().Name, cause);

/// <summary>Writes answers: JSON straight into the response, and the OperationOutcome of a refusal.</summary>
internal static class FhirResponse
{
    public const string MediaType = "application/fhir+json; charset=utf-8";

    public static Task WriteAsync(HttpContext http, int status, Action<Utf8JsonWriter> write) => WriteAsync(http, status, json =>
    {
        write(json);
        return Task.CompletedTask;
    });

    public static async Task WriteAsync(HttpContext http, int status, Func<Utf8JsonWriter, Task> write)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaType;
        await using (var json = new Utf8JsonWriter(http.Response.BodyWriter, new JsonWriterOptions { SkipValidation = true }))
        {
            try
            {
                await write(json);
            }
            catch (Exception failure) when (failure is not (FhirRefusal or OperationCanceledException))
            {
                throw new HalfWritten(failure);
            }
        }

        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    public static Task WriteRawAsync(HttpContext http, int status, ReadOnlyMemory<byte> resource)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaType;
        http.Response.ContentLength = resource.Length;
        return http.Response.BodyWriter.WriteAsync(resource, http.RequestAborted).AsTask();
    }

    public static Task RefuseAsync(HttpContext http, FhirRefusal refusal) => WriteAsync(http, refusal.Status, json =>
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteStartArray("issue");
        foreach (var detail in refusal.Details)
        {
            json.WriteStartObject();
            json.WriteString("severity", "error");
            json.WriteString("code", refusal.IssueCode);
            json.WriteStartObject("details");
            json.WriteString("text", detail);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
