using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Activity;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.SignIn;

namespace PrivacyPortal.Components.SignIn;

/// <summary>"Someone knows my password" (C8), signed in or out: static, works without JavaScript. The list of what was viewed is in the answer and nowhere else.</summary>
public sealed partial class CompromisedPage
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    private IReadOnlyList<AccountEvent>? exposure;
    private DateTimeOffset since;
    private bool signedIn;
    private bool refused;

    [Inject] private ClosePassword Close { get; set; } = default!;

    [Inject] private IOwnActivity Activity { get; set; } = default!;

    [Inject] private IBrowserSession Browser { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private IOptions<PlanOptions> Plan { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> Identity { get; set; } = default!;

    [SupplyParameterFromForm] private string? UserName { get; set; }

    [SupplyParameterFromForm] private string? Password { get; set; }

    [SupplyParameterFromForm] private string? Code { get; set; }

    [SupplyParameterFromForm] private string? Since { get; set; }

    protected override async Task OnInitializedAsync()
    {
        signedIn = (await Identity).User.Identity?.IsAuthenticated == true;
        since = DateOnly.TryParseExact(Since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : Clock.GetUtcNow() - Usual;
    }

    private async Task SubmitAsync()
    {
        if (await CloseAsync() is not { } account)
        {
            refused = true;
            return;
        }
        exposure = await Activity.ExposureAsync(account, since, CancellationToken.None);
        await Browser.ForgetAsync();
    }

    // Whoever is signed in confirms; whoever is not proves it with the password itself, at the price of a sign-in, or with a code of the second step.
    private async Task<string?> CloseAsync()
    {
        if (signedIn)
            return await Close.ForSessionAsync((await Identity).User.FindFirstValue("sid")!, CancellationToken.None);
        if (UserName is { Length: > 0 and <= 64 } coded && string.IsNullOrEmpty(Password) && Code is { Length: > 0 and <= 64 } code)
            return await Close.ByCodeAsync(coded.Trim(), code, Browser.Origin, CancellationToken.None);
        return UserName is { Length: > 0 and <= 64 } name && Password is { Length: > 0 and <= 1024 } password
            ? await Close.ByPasswordAsync(name.Trim(), password, Browser.Origin, CancellationToken.None)
            : null;
    }
}
