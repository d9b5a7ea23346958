using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Nodes;

public static class NodesServices
{
    /// <summary>Hears what other nodes do, where the store is one that others can have, too.</summary>
    public static IServiceCollection AddNodes(this IServiceCollection services)
    {
        services.AddSingleton<OtherNodes>();
        return services.Any(service => service.ServiceType == typeof(PostgresStore)) ? services.AddHostedService<NodeWatch>() : services;
    }
}
