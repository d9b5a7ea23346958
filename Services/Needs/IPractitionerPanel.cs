using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Needs;

/// <summary>The border to the record system: whom a practitioner treats, by care team, general practitioner or a recent claim.</summary>
public interface IPractitionerPanel
{
    /// <summary>The practitioner's patients, each with the resource that shows it; null when the record system cannot say.</summary>
    /// <param name="practitioner"><c>Practitioner/{id}</c>.</param>
    /// <param name="cancel">Stops asking.</param>
    Task<IReadOnlyList<PanelEntry>?> PatientsOfAsync(string practitioner, CancellationToken cancel);

    /// <summary>Whether this one is among them; null when the record system cannot say. One small search, mostly.</summary>
    Task<bool?> HasAsync(string practitioner, PatientId subject, CancellationToken cancel);
}

/// <summary>One patient of a panel and what shows it: type and id of a resource.</summary>
public sealed record PanelEntry(PatientId Subject, string EvidenceRef)
{
    public override string ToString() => nameof(PanelEntry);
}
