using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.SignIn;

namespace PrivacyPortal.Components.SignIn;

/// <summary>What to do without a password (C5): static, works without JavaScript. One answer for every name.</summary>
public sealed partial class ForgottenPasswordPage
{
    private string? words;
    private bool letterAsked;
    private bool missing;

    [Inject] private ForgottenPassword Forgotten { get; set; } = default!;

    [Inject] private IBrowserSession Browser { get; set; } = default!;

    [Inject] private IOptions<PlanOptions> Plan { get; set; } = default!;

    [SupplyParameterFromForm] private string? UserName { get; set; }

    [SupplyParameterFromForm] private string? Ask { get; set; }

    private async Task SubmitAsync()
    {
        if (UserName?.Trim() is not { Length: > 0 and <= 64 } name)
            missing = true;
        else if (Ask == "call")
            words = await Forgotten.CallAsync(name, Browser.Origin, CancellationToken.None);
        else
        {
            await Forgotten.LetterAsync(name, Browser.Origin, CancellationToken.None);
            letterAsked = true;
        }
    }
}
