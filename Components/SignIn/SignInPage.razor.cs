using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.SignIn;

namespace PrivacyPortal.Components.SignIn;

/// <summary>The sign-in form: static, works without JavaScript. What was typed as a name stays, the password never comes back.</summary>
public sealed partial class SignInPage
{
    private bool refused;

    [Inject] private SignInWithPassword SignIn { get; set; } = default!;

    [Inject] private IBrowserSession Browser { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IOptions<PlanOptions> Plan { get; set; } = default!;

    [SupplyParameterFromForm] private string? UserName { get; set; }

    [SupplyParameterFromForm] private string? Password { get; set; }

    /// <summary>The page to go on to; only the portal's own are followed.</summary>
    [SupplyParameterFromQuery(Name = "then")] private string? Then { get; set; }

    /// <summary>Why the session before ended, as a word of a closed set.</summary>
    [SupplyParameterFromQuery(Name = "ended")] private string? Ended { get; set; }

    private async Task SubmitAsync()
    {
        var account = UserName is { Length: > 0 and <= 64 } name && Password is { Length: > 0 and <= 1024 } password
            ? await SignIn.TryAsync(name.Trim(), password, Browser.Origin, CancellationToken.None)
            : null;
        if (account is null)
        {
            refused = true;
            return;
        }
        await Browser.BeginAsync(account.Id, CancellationToken.None);
        Navigation.NavigateTo(!account.HasPersonalPassword ? PortalUrls.SetPassword : PortalUrls.IsOwnPage(Then) ? Then! : PortalUrls.Records);
    }
}
