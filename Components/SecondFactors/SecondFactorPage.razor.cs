using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Components.SignIn;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.SecondFactors;

/// <summary>The only page a session opens that owes its second factor: asks for it, or, of an account that has none yet, adds the first. Works without JavaScript but for passkeys.</summary>
public sealed partial class SecondFactorPage
{
    private SecondFactorsView view = default!;
    private SecondFactorRefusal? refusal;
    private SecondFactorAdded? added;
    private PasskeyPrompt? passkey;
    private (AuthenticatorKey Key, string State) offer;
    private string session = "";

    [Inject] private GiveSecondFactor Give { get; set; } = default!;

    [Inject] private AddSecondFactor Add { get; set; } = default!;

    [Inject] private SecondFactorsOf Factors { get; set; } = default!;

    [Inject] private IBrowserSession Browser { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = default!;

    [SupplyParameterFromForm] private string? Code { get; set; }

    [SupplyParameterFromForm] private string? Offer { get; set; }

    [SupplyParameterFromForm] private string? State { get; set; }

    [SupplyParameterFromForm] private string? Passkey { get; set; }

    [SupplyParameterFromForm] private SecondFactorPlace Place { get; set; }

    /// <summary>The page to go on to; only the portal's own are followed.</summary>
    [SupplyParameterFromQuery(Name = "then")] private string? Then { get; set; }

    private string Next => PortalUrls.IsOwnPage(Then) ? Then! : PortalUrls.Records;

    protected override async Task OnInitializedAsync()
    {
        var user = (await Identity).User;
        session = user.FindFirstValue("sid")!;
        view = await Factors.ReadAsync(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CancellationToken.None);
        if (view.Factors.Count > 0)
        {
            passkey = await Give.AskPasskeyAsync(session, CancellationToken.None);
            return;
        }
        offer = Add.Offer(session, Offer);
        passkey = await Add.AskPasskeyAsync(session, CancellationToken.None);
    }

    private async Task GiveCodeAsync() => GoOn(await Give.WithCodeAsync(session, Code, CancellationToken.None));

    private async Task UsePasskeyAsync() => GoOn(await Give.WithPasskeyAsync(session, Passkey, State, CancellationToken.None));

    private async Task AddAuthenticatorAsync() => Show(await Add.AuthenticatorAsync(session, Offer, Code, Place, CancellationToken.None));

    private async Task AddPasskeyAsync() => Show(await Add.PasskeyAsync(session, Passkey, State, Place, CancellationToken.None));

    private void GoOn((string? SessionKey, SecondFactorRefusal? Refusal) answer)
    {
        refusal = answer.Refusal;
        if (answer.SessionKey is not { } key)
            return;
        Browser.Continue(key);
        Navigation.NavigateTo(Next);
    }

    private void Show(SecondFactorAdded answer)
    {
        refusal = answer.Refusal;
        if (answer.SessionKey is not { } key)
            return;
        Browser.Continue(key);
        added = answer;
    }
}
