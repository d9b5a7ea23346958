using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Memory;

/// <summary>Everything that makes the process forget; <see cref="MemoryProtection"/> comes before it, first thing in the program.</summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal static class MemoryServices
{
    internal static IServiceCollection AddForgetting(this IServiceCollection services)
    {
        services.AddOptions<ForgettingOptions>().BindConfiguration(ForgettingOptions.Section)
            .Validate(options => options.FitsBound, "Forgetting:Settle and Forgetting:Again, with two seconds for the scrubs, must fit into Forgetting:Bound less Forgetting:Linger.")
            .Validate<PortalMode>((options, mode) => options.Scrub || mode.Evaluation, "Forgetting:Scrub can be off in evaluation only.")
            .ValidateOnStart();
        services.AddForgettingLogs().AddSingleton<IMemoryPoolFactory<byte>, ZeroingMemoryPool.Factory>();
        services.AddSingleton(_ => new ForgettingState(MemoryProtection.Weaknesses()));
        return services.AddHostedService<ForgettingMeter>().AddHostedService<ScrubWorker>();
    }

    /// <summary>No log of what a browser sends.</summary>
    internal static IServiceCollection AddForgettingLogs(this IServiceCollection services) =>
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, TypedTextStaysOutOfLogs>();
}
