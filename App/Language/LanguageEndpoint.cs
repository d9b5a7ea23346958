using Microsoft.AspNetCore.Antiforgery;
using PrivacyPortal.Components.Shell;

namespace PrivacyPortal.App.Language;

/// <summary>The choice of a language: a plain form post, so that it works without JavaScript. It leads back to the page it was made on, when that is one of the portal's own.</summary>
internal static class LanguageEndpoint
{
    internal static void MapLanguage(this IEndpointRouteBuilder app) => app.MapPost(PortalUrls.Language, async (HttpContext context, IAntiforgery forms) =>
    {
        if (!await forms.IsRequestValidAsync(context))
            return Results.Redirect(PortalUrls.Home);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        PageLanguage.Remember(context.Response, form[LanguageSwitch.Chosen]);
        var page = form[LanguageSwitch.Page].ToString();
        return Results.Redirect(PortalUrls.IsPage(page) ? PortalUrls.WithThen(page, form[LanguageSwitch.Then]) : PortalUrls.Home);
    }).AllowAnonymous();
}
