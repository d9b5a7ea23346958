using Microsoft.AspNetCore.Authorization;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Edge;

/// <summary>
/// The way to the component hub: a WebSocket asked for by a page of this portal, and nothing else. A request from another site, or that does not say from
/// where it comes, is refused before anything is allocated; negotiation and the older transports are not offered (C9).
/// </summary>
/// <remarks>Cookies that other sites cannot send are the first wall; this is the second.</remarks>
[Enforces(Clauses.AlwaysEncrypted)]
internal static class CircuitEntrance
{
    private const string Hub = "/_blazor";
    private const string Disconnect = Hub + "/disconnect";

    internal static IApplicationBuilder UseCircuitEntrance(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Hub, out var rest))
            return next(context);
        context.Response.StatusCode = rest.Value switch
        {
            "" or "/" when !context.WebSockets.IsWebSocketRequest => StatusCodes.Status400BadRequest,
            "" or "/" or "/disconnect" when !context.Request.SaysOurOrigin() => StatusCodes.Status403Forbidden,
            "" or "/" or "/disconnect" or "/initializers" => StatusCodes.Status200OK,
            _ => StatusCodes.Status404NotFound,
        };
        return context.Response.StatusCode == StatusCodes.Status200OK ? next(context) : Task.CompletedTask;
    });

    /// <summary>
    /// A page that is left says so with the secret of its circuit, and the circuit ends at once. Whoever signed out has no session any more when the page
    /// goes: without this its circuit would linger as if the network had failed (C12).
    /// </summary>
    internal static void LetPagesLeave(this IEndpointConventionBuilder pages) => pages.Add(endpoint =>
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path } && path.Trim('/') == Disconnect.Trim('/'))
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
    });
}
