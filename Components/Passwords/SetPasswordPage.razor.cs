using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Components.SignIn;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Plan;

namespace PrivacyPortal.Components.Passwords;

/// <summary>The only page an assigned password opens (C3): static, works without JavaScript.</summary>
public sealed partial class SetPasswordPage
{
    private PasswordRefusal? refusal;

    [Inject] private ReplaceAssignedPassword Replace { get; set; } = default!;

    [Inject] private IBrowserSession Browser { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IOptions<PlanOptions> Plan { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = default!;

    [SupplyParameterFromForm] private string? NewPassword { get; set; }

    [SupplyParameterFromForm] private string? ConfirmPassword { get; set; }

    private async Task SubmitAsync()
    {
        var user = (await Identity).User;
        var account = user.FindFirstValue(ClaimTypes.NameIdentifier)!;
        refusal = await Replace.RunAsync(account, user.FindFirstValue("sid"), NewPassword ?? "", ConfirmPassword ?? "", CancellationToken.None);
        if (refusal is not null)
            return;
        await Browser.BeginAsync(account, CancellationToken.None);
        Navigation.NavigateTo(PortalUrls.Records);
    }

    private static string FieldOf(PasswordRefusal why) => why == PasswordRefusal.NotTheSame ? nameof(ConfirmPassword) : nameof(NewPassword);

    private string? Invalid(string field) => refusal is { } why && FieldOf(why) == field ? "true" : null;
}
