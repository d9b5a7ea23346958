using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Circuits;

/// <summary>
/// Who a circuit belongs to: the session it was opened with, for life. A later identity with another session turns it anonymous, and so does the
/// end of the session; nothing turns it back (C2).
/// </summary>
[Enforces(Clauses.PersonalPassword)]
internal sealed class CircuitIdentity : AuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider
{
    private static readonly AuthenticationState Anonymous = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private Task<AuthenticationState>? bound;
    private bool over;

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => over || bound is null ? Task.FromResult(Anonymous) : bound;

    /// <summary>The framework says who is on the connection: when the circuit opens and at every reconnect.</summary>
    public void SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        if (bound is null)
            bound = authenticationStateTask;
        else if (SessionOf(authenticationStateTask) is not { } session || session != SessionOf(bound))
            End();
    }

    /// <summary>The session is over: every gate closes at once.</summary>
    internal void End()
    {
        if (over)
            return;
        over = true;
        NotifyAuthenticationStateChanged(Task.FromResult(Anonymous));
    }

    /// <summary>The same person, whose roles may open less now: every gate decides again.</summary>
    internal void DecideAgain()
    {
        if (!over && bound is { IsCompletedSuccessfully: true })
            NotifyAuthenticationStateChanged(Task.FromResult(bound.Result));
    }

    private static string? SessionOf(Task<AuthenticationState> state) =>
        state.IsCompletedSuccessfully ? Auth.PortalClaims.SessionId(state.Result.User) : null;
}
