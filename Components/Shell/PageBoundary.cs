using Microsoft.AspNetCore.Components.Web;

namespace PrivacyPortal.Components.Shell;

/// <summary>
/// Shows the fault of a page in plain words (C24), also when several of its parts fail in one drawing: the framework empties the boundary at each of them,
/// and draws what it has to say only after the first.
/// </summary>
public sealed class PageBoundary : ErrorBoundary
{
    protected override async Task OnErrorAsync(Exception exception)
    {
        await base.OnErrorAsync(exception);
        await Task.Yield(); // after the drawing that failed
        StateHasChanged();
    }
}
