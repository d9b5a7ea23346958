using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Primitives;
using PrivacyPortal.App.Headers;

namespace PrivacyPortal.App.Edge;

/// <summary>
/// The host names that the portal answers to, as <c>AllowedHosts</c> lists them. The framework would look before everything else and answer without the
/// portal's headers and words; here a strange name is refused as everything else is.
/// </summary>
internal sealed class OwnHosts(IConfiguration configuration)
{
    private readonly StringSegment[] listed = [.. (configuration["AllowedHosts"] ?? "*")
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => new StringSegment(name))];

    /// <summary>As they are listed; <c>*</c> answers to every name.</summary>
    internal IReadOnlyList<string> Names => [.. listed.Select(name => name.ToString())];

    internal bool Has(HostString asked) => listed.Contains("*") || (asked.HasValue && HostString.MatchesAny(asked.Host, listed));
}

internal static class OwnHostsPipeline
{
    internal static IServiceCollection AddOwnHosts(this IServiceCollection services) =>
        services.AddSingleton<OwnHosts>().Configure<HostFilteringOptions>(framework => framework.AllowedHosts = ["*"]);

    internal static IApplicationBuilder UseOwnHosts(this WebApplication app)
    {
        var own = app.Services.GetRequiredService<OwnHosts>();
        return app.Use((context, next) =>
        {
            if (context.IsExplained() || own.Has(context.Request.Host))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }
}
