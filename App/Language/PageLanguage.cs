using System.Globalization;

namespace PrivacyPortal.App.Language;

/// <summary>
/// The language that a request is answered in (C24): what its visitor chose, else the first of the browser's languages that the portal speaks, else English.
/// </summary>
internal static class PageLanguage
{
    internal const string CookieName = "__Host-language";

    internal static readonly IReadOnlyList<string> Spoken = ["en", "es"];

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    // Numbers and dates that are not said to people stay the server's: only what is said follows.
    internal static void UseLanguage(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Of(context.Request));
        await next(context);
    });

    internal static string Of(HttpRequest request) =>
        Known(request.Cookies[CookieName]) ?? FromBrowser(request) ?? Spoken[0];

    /// <summary>Remembers a choice in the browser: two letters, which no script reads. Anything else is not remembered.</summary>
    internal static void Remember(HttpResponse response, string? chosen)
    {
        if (Known(chosen) is { } language)
            response.Cookies.Append(CookieName, language, new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Remembered });
    }

    private static string? FromBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(asked => asked.Quality is not 0)
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Select(asked => Known(asked.Value.Value?.Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(language => language is not null);

    private static string? Known(string? language) => Spoken.FirstOrDefault(spoken => spoken == language);
}
