using Microsoft.Extensions.Options;
using PrivacyPortal.App.Startup;

namespace PrivacyPortal.App.Operations;

/// <summary>What an operator's machines ask: health, on a port of its own.</summary>
internal static class OperationsServices
{
    internal static IServiceCollection AddOperations(this IServiceCollection services, DataDirectory data)
    {
        services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.Section);
        services.AddOptions<HostOptions>().Configure<IOptions<HealthOptions>>((host, health) => host.ShutdownTimeout = TimeSpan.FromSeconds(30 + health.Value.DrainSeconds));
        services.AddSingleton(data).AddSingleton<Drain>().AddSingleton<Readiness>().AddSingleton<HealthListener>();
        return services.AddHostedService(provider => provider.GetRequiredService<HealthListener>()).AddHostedService(provider => provider.GetRequiredService<Drain>());
    }

    /// <summary>The public ports have no health: said as "not there", so that a load balancer that was pointed at them sees its mistake.</summary>
    internal static void UseNoPublicHealth(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/health"))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
