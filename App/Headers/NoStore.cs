using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Headers;

/// <summary>No answer is kept by a browser or a proxy, but for the portal's own fingerprinted files (C11).</summary>
[Enforces(Clauses.NotStored)]
internal static class NoStore
{
    internal static IApplicationBuilder UseNoStore(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        await next(context);
    });
}
