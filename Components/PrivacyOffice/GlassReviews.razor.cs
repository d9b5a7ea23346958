using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.PrivacyOffice;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.PrivacyOffice;

/// <summary>The second person's part of break-glass, live: what was declared, what was opened, how long the review may take, and what was found.</summary>
public sealed partial class GlassReviews : IDisposable
{
    private IReadOnlyList<BrokenGlass>? glasses;
    private (string Need, EmergencyReview Outcome)? asked;
    private NeedRefusal? refusal;
    private bool failed;

    [Inject]
    private GlassToReview Reviews { get; set; } = null!;

    [Inject]
    private ReviewBreakGlass Review { get; set; } = null!;

    [Inject]
    private MemberVisit Visit { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private string Status => glasses switch
    {
        null => failed ? T("Nothing is shown. It says why below.") : T("Reading."),
        _ when glasses.Count(one => one.Outcome is null) is > 0 and var waiting => T("Status okay: {0} for a review.", Words.Count(waiting, T("emergency waits"), T("emergencies wait"))),
        _ => T("Status okay: no emergency waits for a review."),
    };

    public void Dispose() => Reviews.Changed -= Reload;

    protected override Task OnInitializedAsync()
    {
        Reviews.Changed += Reload;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        failed = false;
        try
        {
            if (Visit.Actor is { } officer)
                glasses = await Reviews.ListAsync(officer, CancellationToken.None);
        }
        catch (Exception) when (Fail())
        {
        }
    }

    // shown as "could not be read": the exception stays out of the page
    private bool Fail()
    {
        (glasses, failed) = (null, true);
        return true;
    }

    private async Task ReviewAsync()
    {
        if (asked is not { } chosen || Visit.Actor is not { } officer)
            return;
        asked = null;
        refusal = await Review.RunAsync(officer, chosen.Need, chosen.Outcome, CancellationToken.None);
        await LoadAsync();
    }

    private void Reload() => _ = InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });
}
