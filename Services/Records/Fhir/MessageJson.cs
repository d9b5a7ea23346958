using System.Buffers;
using System.Text.Json;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>A request as a FHIR Task, and each text of it as a Communication that is part of the Task.</summary>
internal static class MessageJson
{
    internal const string System = "urn:privacy-portal:communication";
    internal const string Category = "member-request";
    internal const string Number = "urn:privacy-portal:request";
    internal const string Case = "urn:privacy-portal:case";
    private const string Kind = "urn:privacy-portal:request-kind";

    internal static byte[] Write(RequestTask task, string? id) => Written(json =>
    {
        json.WriteString("resourceType", "Task");
        if (id is not null)
            json.WriteString("id", id);
        json.WriteStartArray("identifier");
        Value(json, Number, task.Number);
        if (task.CaseId is { } work)
            Value(json, Case, work);
        json.WriteEndArray();
        json.WriteString("status", StatusOf(task.State));
        json.WriteStartObject("businessStatus");
        json.WriteString("text", task.State.ToString());
        json.WriteEndObject();
        json.WriteString("intent", "order");
        json.WriteString("priority", task.Kind == RequestKind.AppealUrgent ? "stat" : "routine");
        Concept(json, "code", Kind, task.Kind.ToString());
        if (task.Claim is { } claim)
            Reference(json, "focus", claim);
        Reference(json, "for", $"Patient/{task.Subject.Value}");
        json.WriteString("authoredOn", task.MadeAt.UtcDateTime);
        Reference(json, "requester", $"Patient/{task.Subject.Value}");
        json.WriteStartObject("restriction");
        json.WriteStartObject("period");
        json.WriteString("end", task.AnswerBy.UtcDateTime);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    internal static byte[] Write(RequestLetter letter, DateTimeOffset now) => Written(json =>
    {
        json.WriteString("resourceType", "Communication");
        json.WriteStartArray("identifier");
        Value(json, Number, letter.Number);
        json.WriteEndArray();
        json.WriteStartArray("partOf");
        json.WriteStartObject();
        json.WriteString("reference", letter.Task);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("status", "completed");
        json.WriteStartArray("category");
        Concept(json, null, System, Category);
        json.WriteEndArray();
        Reference(json, "subject", $"Patient/{letter.Subject.Value}");
        json.WriteString("sent", now.UtcDateTime);
        if (letter.FromMember)
            Reference(json, "sender", $"Patient/{letter.Subject.Value}");
        else
        {
            json.WriteStartArray("recipient");
            json.WriteStartObject();
            json.WriteString("reference", $"Patient/{letter.Subject.Value}");
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteStartArray("payload");
        json.WriteStartObject();
        json.WriteString("contentString", letter.Words);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static string StatusOf(RequestState state) => state switch
    {
        RequestState.Received => "requested",
        RequestState.InWork => "in-progress",
        RequestState.Withdrawn => "cancelled",
        RequestState.Denied => "rejected",
        RequestState.Answered or RequestState.Granted => "completed",
    };

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Value(Utf8JsonWriter json, string system, string value)
    {
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void Concept(Utf8JsonWriter json, string? name, string system, string code)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, string name, string to)
    {
        json.WriteStartObject(name);
        json.WriteString("reference", to);
        json.WriteEndObject();
    }
}
