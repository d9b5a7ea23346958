using System.Text.Json;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Whether a resource is about the member that the grant names, or, for a visitor's letter, about nobody. Anything that does not say so, in so many words, is not (C13).</summary>
internal sealed class Whose(PatientId? member, OwnAddress address)
{
    private readonly string? patient = member is { } one ? $"Patient/{one.Value}" : null;

    /// <summary>What is about no member: those who treat, places, payers, medicines.</summary>
    public static bool IsDirectory(string type) => type is "Practitioner" or "PractitionerRole" or "Organization" or "Location" or "Medication";

    /// <summary>True when the resource's own statement of whom it is about refers to the member.</summary>
    public bool IsTheirs(string type, JsonElement resource) => type switch
    {
        _ when member is null => IsDirectory(type) || type == "Communication" && !resource.TryGetProperty("subject"u8, out _),
        "Patient" => resource.Text("id"u8) == member.Value.Value,
        "Coverage" => IsMember(resource.Object("beneficiary"u8)),
        "ExplanationOfBenefit" or "AllergyIntolerance" or "Immunization" => IsMember(resource.Object("patient"u8)),
        "Task" => IsMember(resource.Object("for"u8)),
        _ => IsMember(resource.Object("subject"u8)),
    };

    /// <summary>Type and id of what a reference points to in this record system; null for anything else.</summary>
    public string? Local(JsonElement reference) => reference.Text("reference"u8) is { } text ? address.Local(text) : null;

    /// <summary>The same of an address.</summary>
    public string? LocalAddress(string text) => address.Local(text);

    public bool IsMember(JsonElement reference) => reference.Text("reference"u8) is { } text && patient is not null && address.Local(text) == patient;
}
