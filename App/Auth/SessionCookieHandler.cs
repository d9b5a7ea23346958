using System.Data.Common;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Auth;

/// <summary>
/// The cookie is a random key and nothing else; who it belongs to is read from the store at every request. There is nothing in it to forge, to
/// decrypt or to outlive the session, and signing in always makes a new key.
/// </summary>
/// <remarks>docs/decisions/002-session-cookie.md says why this is not the framework's cookie handler.</remarks>
[Enforces(Clauses.PersonalPassword)]
internal sealed class SessionCookieHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, SessionRegistry sessions)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    internal const string CookieName = "__Host-portal";

    private static readonly CookieOptions Cookie = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[CookieName] is not { Length: 64 } key)
            return AuthenticateResult.NoResult();
        var actor = await FindAsync(key);
        // for what a static page says about the reader's own record
        Context.Features.Set(actor);
        return actor is null
            ? AuthenticateResult.Fail("The session is over.")
            : AuthenticateResult.Success(new AuthenticationTicket(PortalClaims.Principal(actor), Scheme.Name));
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        await EndCurrentAsync(SessionEnd.Revoked);
        var key = await sessions.BeginAsync(user.FindFirstValue(ClaimTypes.NameIdentifier)!, DeviceWords.Read(Request.Headers.UserAgent), Context.RequestAborted);
        Append(Response, key);
    }

    internal static void Append(HttpResponse response, string key) => response.Cookies.Append(CookieName, key, Cookie);

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        await EndCurrentAsync(properties?.GetParameter<SessionEnd?>(nameof(SessionEnd)) ?? SessionEnd.SignedOut, properties?.GetParameter<ExitReceipt>(nameof(ExitReceipt))?.Number);
        Response.Cookies.Delete(CookieName, Cookie);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsPageRequest())
            Response.Redirect(SignInAddress.For(Request.Path));
        else
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (IsPageRequest() && Context.User.HasAssignedPassword())
            Response.Redirect(PortalUrls.SetPassword);
        else if (IsPageRequest() && Context.User.OwesSecondFactor())
            Response.Redirect(PortalUrls.WithThen(PortalUrls.SecondFactor, Request.Path.Value));
        else if (IsPageRequest() && Context.User.OwesStatement())
            Response.Redirect(PortalUrls.WithThen(PortalUrls.Stay, Request.Path.Value));
        else if ((IsPageRequest() && Request.Path == PortalUrls.SetPassword) || Request.Path == PortalUrls.SecondFactor || Request.Path == PortalUrls.Stay)
            Response.Redirect(PortalUrls.Records);
        else
            Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // A store that cannot be asked cannot say that the session lives: nobody is signed in, and the public pages still open.
    private async Task<Actor?> FindAsync(string key)
    {
        try
        {
            return await sessions.FindAsync(SessionRegistry.IdOf(key), use: true, Context.RequestAborted);
        }
        catch (Exception failed) when (failed is DbException or DbUpdateException or AuditUnavailableException)
        {
            return null;
        }
    }

    private bool IsPageRequest() => HttpMethods.IsGet(Request.Method) && !Request.Path.StartsWithSegments("/_blazor");

    private async Task EndCurrentAsync(SessionEnd why, string? receipt = null)
    {
        if (Request.Cookies[CookieName] is { Length: 64 } key)
            await sessions.EndAsync(SessionRegistry.IdOf(key), why, receipt, CancellationToken.None);
    }
}
