using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Desk;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Components.Desk;

/// <summary>The desk (C5, C6, C8): who calls, one call at a time. What was typed is dropped with the search, and the list of calls that were asked for is read anew every few seconds.</summary>
[Enforces(Clauses.NobodyAsks)]
public sealed partial class DeskPage : IDisposable
{
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource left = new();
    private IReadOnlyList<AskedCall>? asked;
    private DeskCall? call;
    private DeskRefusal? refusal;
    private string wanted = "";
    private bool busy;

    [Inject] private BeginCall Begin { get; set; } = default!;

    [Inject] private VerifyCaller Verify { get; set; } = default!;

    [Inject] private FinishCall Finish { get; set; } = default!;

    [Inject] private MemberVisit Visit { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await ListAsync();
        _ = InvokeAsync(WatchAsync);
    }

    private Task WatchAsync() => Clock.EveryAsync(ReadEvery, async () =>
    {
        if (call is null)
            await ListAsync();
        StateHasChanged();
    }, left.Token);

    private async Task ListAsync()
    {
        if (Visit.Actor is { } who)
            asked = await Begin.AskedAsync(who, CancellationToken.None);
    }

    private Task FindAsync() => StartAsync(who => Begin.FindAsync(who, wanted, CancellationToken.None));

    private Task TakeAsync(string id) => StartAsync(who => Begin.TakeAsync(who, id, CancellationToken.None));

    private async Task StartAsync(Func<Actor, Task<(string? CallId, DeskRefusal? Refusal)>> start)
    {
        if (busy || Visit.Actor is not { } who)
            return;
        busy = true;
        (var id, refusal) = await start(who);
        (wanted, busy) = ("", false);
        call = id is null ? null : await Verify.ReadAsync(who, id, CancellationToken.None);
    }

    private async Task ReadAsync()
    {
        refusal = null;
        if (Visit.Actor is not { } who || call is null)
            return;
        call = await Verify.ReadAsync(who, call.Id, CancellationToken.None);
        if (call is null)
            refusal = DeskRefusal.CallOver;
    }

    private void Refuse(DeskRefusal why) => refusal = why;

    private async Task EndAsync()
    {
        if (Visit.Actor is { } who && call is not null)
            await Finish.EndAsync(who, call.Id, CancellationToken.None);
        (call, refusal) = (null, null);
        await ListAsync();
    }
}
