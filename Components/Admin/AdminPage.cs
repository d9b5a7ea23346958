using Microsoft.AspNetCore.Components;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Members;

namespace PrivacyPortal.Components.Admin;

/// <summary>
/// A page of administration: read when it is entered and after every act, drawn anew when somebody else has changed the policy. What an act refuses
/// is said where it was asked for; what was done is said in the page's status.
/// </summary>
public abstract class AdminPage : ComponentBase, IDisposable
{
    [Inject]
    private MemberVisit Visit { get; set; } = null!;

    [Inject]
    private CurrentPolicy Policy { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    protected AdminState State { get; private set; }

    /// <summary>What was done last, for the page's status.</summary>
    protected string? Said { get; private set; }

    /// <summary>The last refusal, and where on the page it belongs.</summary>
    protected AdminAnswer? Refused { get; private set; }

    protected bool Busy { get; private set; }

    protected Actor? Who => Visit.Actor;

    protected string Status => State switch
    {
        AdminState.Loading => T("Reading."),
        AdminState.Closed => T("Nothing is shown. It says why below."),
        AdminState.Failed => T("This could not be read. Nothing is shown."),
        _ => T("Status okay: {0}", Said is null ? Summary : $"{Said} {Summary}"),
    };

    /// <summary>What the page shows now, in one sentence.</summary>
    protected abstract string Summary { get; }

    /// <summary>Reads what the page shows; false when it is not for this account now.</summary>
    protected abstract Task<bool> ReadAsync(Actor who);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Policy.Changed -= News;

    protected override Task OnInitializedAsync()
    {
        Policy.Changed += News;
        return LoadAsync();
    }

    protected async Task LoadAsync()
    {
        var failed = false;
        try
        {
            State = Who is { } who && await ReadAsync(who) ? AdminState.Shown : AdminState.Closed;
        }
        catch (Exception) when (Fail(out failed))
        {
        }
        if (failed)
            State = AdminState.Failed;
    }

    /// <summary>Does one act; its answer is null, or why not in a sentence, which is said at <paramref name="at"/>.</summary>
    protected async Task<bool> DoAsync(string at, string done, Func<Actor, Task<string?>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (Busy || Who is not { } who)
            return false;
        (Busy, Said, Refused) = (true, null, null);
        StateHasChanged();
        try
        {
            if (await act(who) is { } why)
                Refused = new(at, why);
            else
                Said = done;
        }
        catch (AuditUnavailableException)
        {
            Refused = new(at, T("It could not be written down who does this, so nothing was changed. Please try again in a few minutes."));
        }
        finally
        {
            Busy = false;
        }
        await LoadAsync();
        StateHasChanged(); // a form that asked through a function has drawn itself only
        return Refused is null;
    }

    // Shown as "could not be read": the exception stays out of the page.
    private static bool Fail(out bool failed) => failed = true;

    private void News() => _ = InvokeAsync(async () =>
    {
        if (Busy || State == AdminState.Loading)
            return;
        await LoadAsync();
        StateHasChanged();
    });
}

/// <summary>How a page of administration stands.</summary>
public enum AdminState
{
    Loading,

    /// <summary>It is not for this account now.</summary>
    Closed,
    Failed,
    Shown,
}

/// <summary>Why an act was refused, and where on the page it was asked for.</summary>
public sealed record AdminAnswer(string At, string Text);
