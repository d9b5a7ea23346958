using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Cases;

/// <summary>One's own open cases. A case is the need: it opens the record while it is open, and closing it takes the record away wherever it is shown (C13).</summary>
public sealed partial class CasesPage : IDisposable
{
    private IReadOnlyList<OwnCase>? cases;
    private OwnCase? opened;
    private PatientId? found;
    private NeedRefusal? refusal;
    private string? closing;
    private string status = T("Reading your cases.");

    [Inject] private MemberVisit Visit { get; set; } = null!;

    [Inject] private OwnCases Own { get; set; } = null!;

    [Inject] private CloseCase Closing { get; set; } = null!;

    [Inject] private RecordDoors Ways { get; set; } = null!;

    [Inject] private CurrentPolicy Policy { get; set; } = null!;

    private IReadOnlyList<CaseKind> Kinds => Visit.Actor is { } who ? CaseWords.Of(who.Roles) : [];

    protected override Task OnInitializedAsync()
    {
        Policy.Changed += ReadAgain;
        return ReadAsync();
    }

    public void Dispose() => Policy.Changed -= ReadAgain;

    private async Task ReadAsync()
    {
        opened = null;
        await ListAsync();
    }

    private async Task ListAsync()
    {
        if (Visit.Actor is not { } who)
            return;
        cases = await Own.ListAsync(who, CancellationToken.None);
        status = T("Status okay: {0}.", Words.Count(cases.Count, T("open case"), T("open cases")));
    }

    // under an open record the desk says itself what has changed
    private void ReadAgain() => _ = InvokeAsync(async () =>
    {
        if (opened is not null)
            return;
        await ListAsync();
        StateHasChanged();
    });

    private string? NeedOf(OwnCase work) =>
        Visit.Actor is { } who ? Ways.To(who, work.Subject).FirstOrDefault(door => door.EvidenceRef == work.Id)?.NeedId : null;

    private void OpenRecord(OwnCase work) => (opened, closing, refusal) = (work, null, null);

    private async Task CloseAsync(OwnCase work)
    {
        closing = null;
        refusal = Visit.Actor is { } who ? await Closing.RunAsync(who, work.Id, CancellationToken.None) : NeedRefusal.NotThere;
        await ListAsync();
    }

    private string? Take(PatientId subject)
    {
        (found, refusal) = (subject, null);
        StateHasChanged();
        return null;
    }

    private async Task OpenedAsync(NeedRefusal? why)
    {
        (found, refusal) = (null, why);
        await ListAsync();
    }
}
