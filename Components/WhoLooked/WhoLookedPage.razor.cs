using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.Components.WhoLooked;

/// <summary>
/// Who looked at the viewer's own record, live: drawn anew when the audit has something new about it. The list is forgotten with everything else when
/// the connection breaks or the session ends, and read again when it is back.
/// </summary>
[Enforces(Clauses.AccessByNeed, Clauses.OnlyWhileViewing, Clauses.Proactive)]
public sealed partial class WhoLookedPage
{
    private LooksAsked asked = new(25);
    private Looks? looks;
    private Look? objected;
    private State state;
    private int reading;
    private bool busy;
    private bool notSigned;
    private bool printing;
    private IDisposable? watching;

    private enum State { Loading, Closed, Failed, Removed, Shown }

    [Inject]
    private MemberVisit Visit { get; set; } = null!;

    [Inject]
    private WhoLookedList List { get; set; } = null!;

    [Inject]
    private DownloadLooks Downloads { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private string Status => state switch
    {
        State.Loading => T("Reading who looked at your record."),
        State.Shown when looks!.Items.Count > 0 => T("Status okay: {0} shown, newest first. New ones appear by themselves.", Words.Count(looks.Items.Count, T("visit"), T("visits"))),
        State.Shown => T("Status okay: there is nothing to list."),
        State.Removed => T("What this page showed has been removed."),
        State.Closed or State.Failed => T("Nothing is shown. It says why below."),
    };

    protected override Task OnInitializedAsync()
    {
        Visit.Changed += Wiped;
        Visit.Returned += Reload;
        if (Visit.Actor is { } viewer)
            watching = List.Watch(viewer, News);
        return LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!printing)
            return;
        printing = false;
        await Js.InvokeVoidAsync("print");
    }

    public void Dispose()
    {
        Visit.Changed -= Wiped;
        Visit.Returned -= Reload;
        watching?.Dispose();
        looks = null;
    }

    private Task AskAsync(LooksAsked next)
    {
        asked = next;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var mine = ++reading;
        if (looks is null)
            state = State.Loading;
        var (read, failed) = (default(Looks), false);
        try
        {
            if (Visit.Actor is { } viewer)
                read = await List.ReadAsync(viewer, asked, CancellationToken.None);
        }
        catch (Exception) when (Fail(out failed))
        {
        }
        if (mine != reading)
            return; // wiped, or asked again, meanwhile
        looks = read;
        state = failed ? State.Failed : read is null ? State.Closed : State.Shown;
        StateHasChanged();
    }

    // Shown as "could not be read": the exception stays out of the page.
    private static bool Fail(out bool failed) => failed = true;

    private async Task DownloadAsync()
    {
        if (Visit.Actor is not { } viewer || busy)
            return;
        (busy, notSigned) = (true, false);
        try
        {
            if (await Downloads.MakeAsync(viewer, CancellationToken.None) is { } file)
            {
                using var stream = new DotNetStreamReference(new MemoryStream(file));
                await Js.InvokeVoidAsync("savePortalFile", "who-looked.json", stream);
            }
            else
            {
                notSigned = true;
            }
        }
        finally
        {
            busy = false;
        }
    }

    private async Task PrintAsync()
    {
        await AskAsync(asked with { Most = int.MaxValue / 2, OthersOnly = true, Refused = false });
        printing = state == State.Shown;
    }

    // No section is open on this page, so a change after the list has come is the wipe.
    private void Wiped() => _ = InvokeAsync(() =>
    {
        if (looks is null)
            return;
        (looks, objected, state) = (null, null, State.Removed);
        reading++;
        StateHasChanged();
    });

    private void Reload() => _ = InvokeAsync(LoadAsync);

    private void News() => _ = InvokeAsync(() => looks is null ? Task.CompletedTask : LoadAsync());
}
