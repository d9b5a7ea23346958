using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Components.SignIn;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.SecondFactors;

/// <summary>An account's second factors: what there are, and with a fresh password how to add, rename and remove them. Static; works without JavaScript but for passkeys.</summary>
public sealed partial class SecurityPage
{
    private SecondFactorsView view = default!;
    private SecondFactorRefusal? refusal;
    private PasskeyPrompt? passkey;
    private (AuthenticatorKey Key, string State) offer;
    private IReadOnlyList<string> codes = [];
    private string? said;
    private string account = "";
    private string session = "";
    private bool fresh;

    [Inject] private AddSecondFactor Add { get; set; } = default!;

    [Inject] private ChangeSecondFactors Change { get; set; } = default!;

    [Inject] private FreshProof Proof { get; set; } = default!;

    [Inject] private SecondFactorsOf Factors { get; set; } = default!;

    [Inject] private IBrowserSession Browser { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = default!;

    [SupplyParameterFromForm] private string? Password { get; set; }

    [SupplyParameterFromForm] private string? Code { get; set; }

    [SupplyParameterFromForm] private string? Offer { get; set; }

    [SupplyParameterFromForm] private string? State { get; set; }

    [SupplyParameterFromForm] private string? Passkey { get; set; }

    [SupplyParameterFromForm] private SecondFactorPlace Place { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var user = (await Identity).User;
        (account, session) = (user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.FindFirstValue("sid")!);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        view = await Factors.ReadAsync(account, CancellationToken.None);
        fresh = await Proof.IsFreshAsync(session, CancellationToken.None);
        if (!fresh)
            return;
        offer = Add.Offer(session, Offer);
        passkey = await Add.AskPasskeyAsync(session, CancellationToken.None);
    }

    private async Task ConfirmAsync()
    {
        refusal = Password is { Length: > 0 and <= 1024 } typed
            ? await Proof.GivePasswordAsync(session, typed, CancellationToken.None) : SecondFactorRefusal.WrongPassword;
        await LoadAsync();
    }

    private async Task AddAuthenticatorAsync() => await ShowAsync(await Add.AuthenticatorAsync(session, Offer, Code, Place, CancellationToken.None));

    private async Task AddPasskeyAsync() => await ShowAsync(await Add.PasskeyAsync(session, Passkey, State, Place, CancellationToken.None));

    private async Task RenameAsync(string factor) => await SayAsync(await Change.RenameAsync(session, factor, Place, CancellationToken.None), T("Saved. Your other sessions were ended."));

    private async Task RemoveAsync(string factor) => await SayAsync(await Change.RemoveAsync(session, factor, CancellationToken.None), T("Removed. Your other sessions were ended."));

    private async Task NewCodesAsync()
    {
        (codes, var why) = await Change.NewRecoveryCodesAsync(session, CancellationToken.None);
        await SayAsync(why, T("The old recovery codes no longer work."));
    }

    private async Task ShowAsync(SecondFactorAdded answer)
    {
        codes = answer.RecoveryCodes;
        if (answer.SessionKey is { } key)
        {
            Browser.Continue(key);
            (session, Offer) = (Services.Sessions.SessionRegistry.IdOf(key), null);
        }
        await SayAsync(answer.Refusal, T("Added. Your other sessions were ended."));
    }

    private async Task SayAsync(SecondFactorRefusal? why, string done)
    {
        (refusal, said) = (why, why is null ? done : null);
        await LoadAsync();
    }
}
