using Microsoft.AspNetCore.Components;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Messages;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Messages;

/// <summary>Reads and answers one request. The words are here only while they are shown: a wipe of the visit takes them out, and the draft with them (C12).</summary>
[Enforces(Clauses.OnlyWhileViewing)]
public sealed partial class RequestReview : IDisposable
{
    private Held<IReadOnlyList<Message>>? held;
    private IReadOnlyList<Message>? messages;
    private RequestRefusal? refusal;
    private RequestState outcome = RequestState.Granted;
    private string words = "";
    private bool removed;
    private bool busy;

    [Parameter, EditorRequired]
    public QueuedRequest Request { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback OnDone { get; set; }

    [Inject] private ReadRequest Read { get; set; } = null!;

    [Inject] private AnswerRequest Answer { get; set; } = null!;

    [Inject] private ExtendRequest Extend { get; set; } = null!;

    [Inject] private MemberVisit Visit { get; set; } = null!;

    private bool Decided => RequestTerms.Of(Request.Kind).Decided;

    private bool IsShown => held is { State: HeldState.Shown } || messages is not null;

    public void Dispose()
    {
        Visit.Changed -= Redraw;
        (messages, words) = (null, "");
        if (held is not null)
            Visit.CloseOther();
    }

    protected override Task OnInitializedAsync()
    {
        Visit.Changed += Redraw;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        (removed, refusal) = (false, null);
        if (Visit.Actor is not { } employee)
            return;
        if (!RequestWork.ByTheRules(Request.Kind))
        {
            var read = await Read.RunAsync(employee, Request.Number, CancellationToken.None);
            (messages, refusal) = (read.Messages, read.Refusal);
        }
        else if (await Read.WhoseAsync(employee, Request.Number, CancellationToken.None) is { } whose)
            held = Visit.Open(Sections.Messages, Visit.OpenOther(whose.Subject, whose.Purpose));
        else
            refusal = RequestRefusal.NotThere;
    }

    private Task AnswerAsync() => DoAsync(employee => Answer.RunAsync(employee, Request.Number, Decided ? outcome : RequestState.Answered, words, CancellationToken.None));

    private Task ExtendAsync() => DoAsync(employee => Extend.RunAsync(employee, Request.Number, words, CancellationToken.None));

    private async Task DoAsync(Func<Actor, Task<RequestRefusal?>> act)
    {
        if (Visit.Actor is not { } employee || busy)
            return;
        busy = true;
        try
        {
            refusal = await act(employee);
        }
        catch (AuditUnavailableException)
        {
            refusal = RequestRefusal.NotNow;
        }
        finally
        {
            busy = false;
        }
        if (refusal is not null)
            return;
        words = "";
        await OnDone.InvokeAsync();
    }

    // what is read outside the visit's sections goes with them
    private void Redraw() => _ = InvokeAsync(() =>
    {
        if (messages is not null)
            (messages, words, removed) = (null, "", true);
        if (held is { State: HeldState.Wiped or HeldState.Withdrawn })
            words = "";
        StateHasChanged();
    });
}
