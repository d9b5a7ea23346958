using System.Text.Json;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// One line of the log as a FHIR R4 AuditEvent, in the manner of IHE BALP: who, in which role, for which purpose, whose record, by which rule, with which
/// outcome. It says nothing that the line does not say; the line's number and hash stand in it, so that it can be found in the log.
/// </summary>
internal static class AuditEventJson
{
    private const string Terminology = "http://terminology.hl7.org/CodeSystem/";
    private const string Own = "urn:privacy-portal:";

    internal static void Write(Utf8JsonWriter json, AuditRecord record, byte[] leafHash, string origin)
    {
        var entry = record.Entry;
        var codes = AuditEventCodes.Of(entry.Act);
        json.WriteStartObject();
        json.WriteString("resourceType", "AuditEvent");
        json.WriteString("id", $"audit-{record.Sequence}");
        Coding(json, "type", codes.Type.System, codes.Type.Value, codes.Type.Display);
        json.WriteStartArray("subtype");
        if (codes.Subtype is { } subtype)
            Coding(json, null, subtype.System, subtype.Value, subtype.Display);
        Coding(json, null, Own + "act", entry.Act.ToString(), null);
        json.WriteEndArray();
        json.WriteString("action", codes.Action);
        json.WriteString("recorded", AuditJson.Say(record.At));
        json.WriteString("outcome", entry.Allowed ? "0" : "4");
        if (entry.Reason is { } reason)
            json.WriteString("outcomeDesc", reason);
        Purpose(json, "purposeOfEvent", entry.Purpose);
        Agents(json, entry);
        json.WriteStartObject("source");
        json.WriteStartObject("observer");
        Identifier(json, Own + "log", origin);
        json.WriteEndObject();
        json.WriteStartArray("type");
        Coding(json, null, Terminology + "security-source-type", "4", "Application Server");
        json.WriteEndArray();
        json.WriteEndObject();
        Entities(json, record, leafHash);
        json.WriteEndObject();
    }

    private static void Agents(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteStartArray("agent");
        json.WriteStartObject();
        Concept(json, "type", Terminology + "v3-ParticipationType", "IRCP", "information recipient");
        var roles = entry.Role is { } role ? [role] : entry.Roles;
        if (roles.Count > 0)
        {
            json.WriteStartArray("role");
            foreach (var one in roles.Order())
                Concept(json, null, Own + "role", one.ToString(), null);
            json.WriteEndArray();
        }
        json.WriteStartObject("who");
        Identifier(json, Own + "account", entry.Account ?? "nobody");
        json.WriteEndObject();
        json.WriteBoolean("requestor", true);
        if (entry.Rule is { } rule)
        {
            json.WriteStartArray("policy");
            json.WriteStringValue($"{Own}rule:{rule}");
            json.WriteEndArray();
        }
        Purpose(json, "purposeOfUse", entry.Purpose);
        json.WriteEndObject();
        json.WriteStartObject();
        Concept(json, "type", "http://dicom.nema.org/resources/ontology/DCM", "110150", "Application");
        json.WriteStartObject("who");
        json.WriteString("display", "PrivacyPortal");
        json.WriteEndObject();
        json.WriteBoolean("requestor", false);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Entities(Utf8JsonWriter json, AuditRecord record, byte[] leafHash)
    {
        var entry = record.Entry;
        json.WriteStartArray("entity");
        if (entry.Subject is { } subject)
        {
            Open("1", "Person", ("1", "Patient"));
            json.WriteStartObject("what");
            json.WriteString("reference", $"Patient/{subject}");
            json.WriteEndObject();
            Details(("category", entry.Category?.ToString()), ("need", entry.Need?.ToString()), ("scope", entry.Scope?.ToString()), ("ruleVersion", entry.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            json.WriteEndObject();
        }
        foreach (var (kind, value) in new[] { ("session", entry.Session), ("target", entry.Target) })
        {
            if (value is null)
                continue;
            Open("4", "Other", null);
            json.WriteStartObject("what");
            Identifier(json, Own + kind, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        Open("2", "System Object", ("13", "Security Resource"));
        json.WriteString("name", "audit log");
        Details(("sequence", record.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("leafHash", Convert.ToHexStringLower(leafHash)));
        json.WriteEndObject();
        json.WriteEndArray();

        void Open(string type, string display, (string Code, string Display)? role)
        {
            json.WriteStartObject();
            Coding(json, "type", Terminology + "audit-entity-type", type, display);
            if (role is { } known)
                Coding(json, "role", Terminology + "object-role", known.Code, known.Display);
        }

        void Details(params (string Type, string? Value)[] details)
        {
            if (details.All(detail => detail.Value is null))
                return;
            json.WriteStartArray("detail");
            foreach (var (type, value) in details.Where(detail => detail.Value is not null))
            {
                json.WriteStartObject();
                json.WriteString("type", type);
                json.WriteString("valueString", value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    }

    private static void Purpose(Utf8JsonWriter json, string name, PurposeOfUse? purpose)
    {
        if (purpose is not { } known)
            return;
        json.WriteStartArray(name);
        Concept(json, null, Terminology + "v3-ActReason", known.Code(), null);
        json.WriteEndArray();
    }

    private static void Concept(Utf8JsonWriter json, string? name, string system, string code, string? display)
    {
        Start(json, name);
        json.WriteStartArray("coding");
        Coding(json, null, system, code, display);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Coding(Utf8JsonWriter json, string? name, string system, string code, string? display)
    {
        Start(json, name);
        json.WriteString("system", system);
        json.WriteString("code", code);
        if (display is not null)
            json.WriteString("display", display);
        json.WriteEndObject();
    }

    private static void Identifier(Utf8JsonWriter json, string system, string value)
    {
        json.WriteStartObject("identifier");
        json.WriteString("system", system);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void Start(Utf8JsonWriter json, string? name)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
    }
}
