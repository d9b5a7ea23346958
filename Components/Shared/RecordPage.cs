using Microsoft.AspNetCore.Components;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Components.Shared;

/// <summary>
/// A page that shows parts of a record. It opens its sections when it is entered, opens them anew when the connection came back after a wipe,
/// draws again when one changes, and closes them when it is left. It keeps handles and never what they hold.
/// </summary>
[Enforces(Clauses.OnlyWhileViewing)]
public abstract class RecordPage : ComponentBase, IDisposable
{
    private readonly List<Held> opened = [];

    [Inject]
    private MemberVisit Visit { get; set; } = null!;

    /// <summary>Whose record the page shows when it is not the viewer's own.</summary>
    [CascadingParameter]
    public OpenRecord? Record { get; set; }

    /// <summary>The sections of this page.</summary>
    protected IReadOnlyList<Held> Opened => opened;

    /// <summary>Opens every section of the page and keeps the handles.</summary>
    protected abstract void OpenSections();

    protected Held<T> Open<T>(Section<T> section) where T : class
    {
        var handle = Visit.Open(section, Record);
        opened.Add(handle);
        return handle;
    }

    /// <summary>What of a section may be drawn: nothing while it is not there, and nothing sensitive while that is hidden on this screen.</summary>
    protected T? Seen<T>(Held<T>? section) where T : class => section?.Value is { } value ? Visit.Cover.Of(value) : null;

    /// <summary>Forgets one section and leaves the others.</summary>
    protected void Close(Held section)
    {
        if (opened.Remove(section))
            Visit.Close([section]);
    }

    /// <summary>False for an account without a record of its own, which has opened no other.</summary>
    protected bool HasRecord => Record is not null || Visit.Actor is not { OwnRecord: null };

    /// <summary>Words for the one whose record it is, or for someone at work.</summary>
    protected string Say(string own, string other) => Record is null ? own : other;

    /// <summary>Forgets the sections of this page and asks for them again, each after a new decision.</summary>
    protected void OpenAgain()
    {
        Leave();
        OpenSections();
        StateHasChanged();
    }

    protected sealed override void OnInitialized()
    {
        Visit.Changed += Redraw;
        Visit.Returned += Return;
        OpenSections();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Visit.Changed -= Redraw;
        Visit.Returned -= Return;
        Leave();
    }

    private void Leave()
    {
        Held[] leaving = [.. opened];
        opened.Clear();
        Visit.Close(leaving);
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private void Return() => _ = InvokeAsync(OpenAgain);
}
