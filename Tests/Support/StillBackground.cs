using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PrivacyPortal.Tests.Support;

/// <summary>Takes the portal's own background work out of a host: a test that moves the clock by days would run every round of it.</summary>
internal static class StillBackground
{
    internal static void StopBackground(this IServiceCollection services)
    {
        var own = services.Where(service => service.ServiceType == typeof(IHostedService)
            && (service.ImplementationType is null || service.ImplementationType.Namespace!.StartsWith("PrivacyPortal", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(own);
        own.ForEach(service => services.Remove(service));
    }
}
