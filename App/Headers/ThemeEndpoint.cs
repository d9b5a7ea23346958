using System.Security.Cryptography;
using System.Text;
using PrivacyPortal.Components.Shell;

namespace PrivacyPortal.App.Headers;

/// <summary>MudBlazor's theme as a stylesheet: its own way is a style element, which the content security policy does not allow.</summary>
internal static class ThemeEndpoint
{
    private static readonly byte[] Css = Encoding.UTF8.GetBytes(PortalTheme.Css());

    /// <summary>Its address changes with its content, so that a browser may keep it.</summary>
    internal static string Address { get; } = $"/theme.{Convert.ToHexStringLower(SHA256.HashData(Css).AsSpan(0, 5))}.css";

    internal static void MapTheme(this IEndpointRouteBuilder app) => app.MapGet(Address, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "max-age=31536000, immutable";
        return Results.Bytes(Css, "text/css; charset=utf-8");
    }).AllowAnonymous();
}
