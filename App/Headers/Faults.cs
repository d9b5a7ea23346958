using PrivacyPortal.Components.Shell;

namespace PrivacyPortal.App.Headers;

/// <summary>What someone sees when the portal fails or has no page at an address: an honest page, never a stack trace, never the request again.</summary>
internal static class Faults
{
    internal static void UseFaults(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ExplainAsync });
        app.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute(PortalUrls.NotFound, "?status={0}", createScopeForStatusCodePages: true));
    }

    // Another request: the page is drawn afresh, and a form is not posted to it.
    private static async Task ExplainAsync(HttpContext context)
    {
        if (IsPage(context) ? context.Request.Path == PortalUrls.Fault : !HttpMethods.IsPost(context.Request.Method))
            await context.Response.WriteAsync("The portal cannot answer now. Please try again later. / El portal no puede responder ahora. Int\u00e9ntelo m\u00e1s tarde.");
        else
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = PortalUrls.Fault;
        }
    }

    private static bool IsPage(HttpContext context) => HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor");
}
