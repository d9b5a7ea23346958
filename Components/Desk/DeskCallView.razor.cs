using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Desk;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Desk;

/// <summary>One call on the screen. The numbers of record are here while they are dialled: gone with the step, the page, the connection and the session (C12).</summary>
public sealed partial class DeskCallView : IDisposable
{
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource left = new();
    private CallBack? numbers;
    private string code = "";
    private bool busy;
    private bool closing;
    private bool closed;

    [Parameter, EditorRequired] public DeskCall Call { get; set; } = default!;

    [Parameter, EditorRequired] public EventCallback OnChanged { get; set; }

    [Parameter, EditorRequired] public EventCallback<DeskRefusal> OnRefused { get; set; }

    [Parameter, EditorRequired] public EventCallback OnEnded { get; set; }

    [Inject] private VerifyCaller Verify { get; set; } = default!;

    [Inject] private FinishCall Finish { get; set; } = default!;

    [Inject] private MemberVisit Visit { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    public void Dispose()
    {
        Visit.Changed -= Wiped;
        left.Cancel();
        left.Dispose();
        Forget();
    }

    protected override void OnInitialized()
    {
        Visit.Changed += Wiped;
        _ = InvokeAsync(WatchAsync);
    }

    // while a code is on its way, the page says how far it has come
    private Task WatchAsync() => Clock.EveryAsync(ReadEvery, () =>
        Call.CodeSent is NoticeState.Waiting or NoticeState.Sending ? OnChanged.InvokeAsync() : Task.CompletedTask, left.Token);

    private async Task NumbersAsync()
    {
        if (Visit.Actor is not { } who)
            return;
        busy = true;
        var (read, refusal) = await Verify.NumbersAsync(who, Call.Id, CancellationToken.None);
        busy = false;
        if (refusal is { } why)
            await OnRefused.InvokeAsync(why);
        else
            numbers = read;
    }

    private Task CalledAsync()
    {
        Forget();
        return ActAsync(who => Verify.CalledBackAsync(who, Call.Id, CancellationToken.None));
    }

    private async Task CodeAsync()
    {
        var typed = code;
        code = "";
        await ActAsync(who => Verify.CodeGivenAsync(who, Call.Id, typed, CancellationToken.None));
    }

    private Task CloseAsync() => ActAsync(async who =>
    {
        var refusal = await Finish.CloseAsync(who, Call.Id, CancellationToken.None);
        (closed, closing) = (refusal is null, false);
        return refusal;
    });

    private async Task ActAsync(Func<Actor, Task<DeskRefusal?>> act)
    {
        if (busy || Visit.Actor is not { } who)
            return;
        busy = true;
        var refusal = await act(who);
        busy = false;
        await OnChanged.InvokeAsync();
        if (refusal is { } why)
            await OnRefused.InvokeAsync(why);
    }

    private string Status() => (Call.Reach is null, Call.WordsConfirmed) switch
    {
        (true, false) => T("Status okay: both steps are open."),
        (true, true) => T("Status okay: step 1 is open."),
        (false, false) => T("Status okay: step 2 is open."),
        (false, true) => T("Status okay: both steps are done."),
    };

    private void Wiped()
    {
        if (numbers is null)
            return;
        numbers = null;
        _ = InvokeAsync(StateHasChanged);
    }

    private void Forget()
    {
        if (numbers is null)
            return;
        numbers = null;
        Visit.Close([]); // what was held is scrubbed like a page of a record
    }
}
