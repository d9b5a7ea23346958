using System.Text.Json;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Whether a resource shows that a practitioner treats a member. The record system's filter is not trusted: each resource has to say so itself.</summary>
internal sealed class PanelReading(RecordConnection connection, string practitioner, DateTimeOffset now, int recentDays)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>An active care team in which the practitioner is, in its period.</summary>
    internal PanelEntry? CareTeam(JsonElement team)
    {
        var isIn = false;
        foreach (var participant in team.Items("participant"u8))
            isIn |= IsThem(participant.Object("member"u8)) && !Dates.IsPast(participant, today);
        return isIn && team.Text("status"u8) == "active" && !Dates.IsPast(team, today) ? About(team, "subject"u8, "CareTeam") : null;
    }

    /// <summary>A member, not struck off, whose general practitioner it is.</summary>
    internal PanelEntry? Patient(JsonElement patient)
    {
        var isIn = false;
        foreach (var doctor in patient.Items("generalPractitioner"u8))
            isIn |= IsThem(doctor);
        return isIn && patient.Flag("active"u8) != false && patient.Text("id"u8) is { } id && PatientId.From(id) is { } subject
            ? new PanelEntry(subject, $"Patient/{id}") : null;
    }

    /// <summary>A claim that stands, is recent, and was made by the practitioner or names them in its care team.</summary>
    internal PanelEntry? Claim(JsonElement claim)
    {
        var isIn = IsThem(claim.Object("provider"u8));
        foreach (var one in claim.Items("careTeam"u8))
            isIn |= IsThem(one.Object("provider"u8));
        var isRecent = claim.Date("created"u8) is { } created && created.Latest >= today.AddDays(-recentDays) && created.Earliest <= today;
        return isIn && isRecent && claim.Text("status"u8) == "active" ? About(claim, "patient"u8, "ExplanationOfBenefit") : null;
    }

    private bool IsThem(JsonElement reference) => reference.Text("reference"u8) is { } text && connection.Address.Local(text) == practitioner;

    private PanelEntry? About(JsonElement resource, ReadOnlySpan<byte> field, string type) =>
        resource.Text("id"u8) is { } id && resource.Object(field).Text("reference"u8) is { } text
        && connection.Address.Local(text) is { } local && local.StartsWith("Patient/", StringComparison.Ordinal) && PatientId.From(local) is { } subject
            ? new PanelEntry(subject, $"{type}/{id}") : null;
}
