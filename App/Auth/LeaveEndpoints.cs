using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Auth;

/// <summary>
/// Sign-out and exit: plain form posts, so that they work without JavaScript and with a dead circuit. The session ends in the store, its circuits
/// end and their memory is wiped before the answer leaves; exit also asks the browser to clear what it keeps of this site (C19).
/// </summary>
[Enforces(Clauses.ExitAnytime)]
internal static class LeaveEndpoints
{
    internal static void MapLeaving(this IEndpointRouteBuilder app)
    {
        // Before the pages of the same address: those answer GET.
        app.MapPost(PortalUrls.SignOut, (HttpContext context, IAntiforgery forms) => LeaveAsync(context, forms, SessionEnd.SignedOut, PortalUrls.SignIn))
            .AllowAnonymous().WithOrder(-1);
        app.MapPost(PortalUrls.Exit, (HttpContext context, IAntiforgery forms) =>
        {
            context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
            return LeaveAsync(context, forms, SessionEnd.Exited, PortalUrls.Exit);
        }).AllowAnonymous().WithOrder(-1);
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, IAntiforgery forms, SessionEnd why, string next)
    {
        if (!await forms.IsRequestValidAsync(context))
            return Results.Redirect(PortalUrls.Home);
        var properties = new AuthenticationProperties();
        properties.SetParameter<SessionEnd?>(nameof(SessionEnd), why);
        await context.SignOutAsync(PortalClaims.Scheme, properties);
        return Results.Redirect(next);
    }
}
