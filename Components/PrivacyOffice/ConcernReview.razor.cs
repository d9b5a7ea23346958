using Microsoft.AspNetCore.Components;
using PrivacyPortal.Services.Concerns;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Components.PrivacyOffice;

/// <summary>Reads one concern for the officer whose review it is. The words are here only while they are shown: a wipe of the visit takes them out (C12).</summary>
[Enforces(Clauses.OnlyWhileViewing)]
public sealed partial class ConcernReview : IDisposable
{
    private ConcernText? text;
    private ConcernRefusal? refusal;
    private string answer = "";
    private bool removed;
    private bool busy;

    [Parameter, EditorRequired]
    public string Number { get; set; } = "";

    [Parameter, EditorRequired]
    public EventCallback OnDone { get; set; }

    [Inject]
    private ReadConcern Read { get; set; } = null!;

    [Inject]
    private AnswerConcern Answer { get; set; } = null!;

    [Inject]
    private MemberVisit Visit { get; set; } = null!;

    public void Dispose()
    {
        Visit.Changed -= Wiped;
        (text, answer) = (null, "");
    }

    protected override Task OnInitializedAsync()
    {
        Visit.Changed += Wiped;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        (removed, refusal) = (false, null);
        if (Visit.Actor is not { } officer)
            return;
        var read = await Read.RunAsync(officer, Number, CancellationToken.None);
        (text, refusal) = (read.Refusal is null ? read : null, read.Refusal);
    }

    private async Task AnswerAsync()
    {
        if (Visit.Actor is not { } officer || busy)
            return;
        busy = true;
        refusal = await Answer.RunAsync(officer, Number, answer, CancellationToken.None);
        busy = false;
        if (refusal is not null)
            return;
        (text, answer) = (null, "");
        await OnDone.InvokeAsync();
    }

    // No section of a record is open on this page, so a change is the wipe.
    private void Wiped() => _ = InvokeAsync(() =>
    {
        if (text is null)
            return;
        (text, answer, removed) = (null, "", true);
        StateHasChanged();
    });
}
