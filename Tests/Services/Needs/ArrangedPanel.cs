using System.Collections;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;

namespace PrivacyPortal.Tests.Services.Needs;

/// <summary>A record system that knows the panels a test arranged and cannot say anything about others.</summary>
internal sealed class ArrangedPanel : IPractitionerPanel, IEnumerable
{
    private readonly Dictionary<string, IReadOnlyList<PanelEntry>> panels = [];

    public IReadOnlyList<PanelEntry> this[string practitioner]
    {
        set => panels[practitioner] = value;
    }

    public void Add(string practitioner, params PanelEntry[] patients) => panels[practitioner] = patients;

    public void Forget(string practitioner) => panels.Remove(practitioner);

    public Task<IReadOnlyList<PanelEntry>?> PatientsOfAsync(string practitioner, CancellationToken cancel) =>
        Task.FromResult(panels.GetValueOrDefault(practitioner));

    public Task<bool?> HasAsync(string practitioner, PatientId subject, CancellationToken cancel) =>
        Task.FromResult(panels.TryGetValue(practitioner, out var patients) ? patients.Any(entry => entry.Subject == subject) : (bool?)null);

    public IEnumerator GetEnumerator() => panels.GetEnumerator();
}
