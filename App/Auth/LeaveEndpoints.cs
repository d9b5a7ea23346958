using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.App.Edge;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Auth;

/// <summary>
/// Sign-out and exit: plain form posts, so that they work without JavaScript and with a dead circuit. The session ends in the store, its circuits
/// end and their memory is wiped before the answer leaves; exit also asks the browser to clear what it keeps of this site (C19). A page whose form has
/// gone stale still leaves, as long as the browser says that it is a page of this portal; another site's form ends and clears nothing.
/// </summary>
[Enforces(Clauses.ExitAnytime)]
internal static class LeaveEndpoints
{
    internal static void MapLeaving(this IEndpointRouteBuilder app)
    {
        // Before the pages of the same address: those answer GET.
        app.MapPost(PortalUrls.SignOut, (HttpContext context, IAntiforgery forms) => LeaveAsync(context, forms, SessionEnd.SignedOut, null))
            .AllowAnonymous().WithOrder(-1);
        app.MapPost(PortalUrls.Exit, (HttpContext context, IAntiforgery forms, ExitReceipts receipts, LiveCircuits live) =>
            LeaveAsync(context, forms, SessionEnd.Exited, session => receipts.Write(live.CountOf(session), live.In(session).Count)))
            .AllowAnonymous().WithOrder(-1);
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, IAntiforgery forms, SessionEnd why, Func<string, ExitReceipt>? write)
    {
        if (!context.Request.IsFromOurPage() && !await forms.IsRequestValidAsync(context))
            return Results.Redirect(PortalUrls.Home);
        if (why == SessionEnd.Exited)
            context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        var properties = new AuthenticationProperties();
        properties.SetParameter<SessionEnd?>(nameof(SessionEnd), why);
        // the receipt counts what is about to end
        var receipt = context.User.SessionId() is { } session ? write?.Invoke(session) : null;
        properties.SetParameter(nameof(ExitReceipt), receipt);
        await context.SignOutAsync(PortalClaims.Scheme, properties);
        return Results.Redirect(why == SessionEnd.SignedOut ? PortalUrls.SignIn : receipt is null ? PortalUrls.Exit : $"{PortalUrls.Exit}?receipt={receipt.Number}");
    }
}
