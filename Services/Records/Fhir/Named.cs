using System.Text.Json;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>What a page needs of a resource that another one refers to: its name, or its code, and its labels.</summary>
internal sealed record Named(string? Name, Coded? Code, Sensitivity Labels)
{
    public static Named? From(string? type, JsonElement resource) => type switch
    {
        "Organization" or "Location" or "HealthcareService" => Of(resource, resource.Text("name"u8)),
        "Practitioner" or "RelatedPerson" or "Patient" => Of(resource, HumanNames.Current(resource, today: null).Display),
        "PractitionerRole" => Of(resource, resource.Object("practitioner"u8).Text("display"u8) ?? resource.Object("organization"u8).Text("display"u8)),
        "Medication" or "Condition" => Of(resource, null, Concepts.Read(resource.Object("code"u8))),
        _ => null,
    };

    public override string ToString() => nameof(Named);

    private static Named Of(JsonElement resource, string? name, Coded? code = null) => new(name ?? code?.Label, code, SensitivityLabels.Of(resource));
}
