using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using PrivacyPortal.App.Language;
using PrivacyPortal.App.Memory;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.App.Circuits;

/// <summary>How long a circuit may linger and how much it may carry. Nothing of a circuit is persisted: .NET 10 would keep a thousand of them for two hours (C12).</summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal static class CircuitServices
{
    internal static IServiceCollection AddCircuits(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DetailedErrors = false;
            // A call to a browser that has gone is given up before the last scrub: until then its timer holds the page's components, and they the record.
            circuit.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(8);
            circuit.DisconnectedCircuitMaxRetained = 50;
            circuit.PersistedCircuitInMemoryMaxRetained = 0;
            circuit.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.Zero;
            circuit.MaxBufferedUnacknowledgedRenderBatches = 5;
        }).AddHubOptions(hub =>
        {
            hub.AddFilter<CircuitGate>();
            hub.EnableDetailedErrors = false;
            hub.MaximumReceiveMessageSize = 32 * 1024;
            hub.StatefulReconnectBufferSize = 0;
            // A network that goes silent is noticed after this long: twice what the browser's keep-alive takes. docs/forgetting.md counts it.
            hub.KeepAliveInterval = TimeSpan.FromSeconds(15);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
        services.AddOptions<CircuitOptions>().Configure<IOptions<ForgettingOptions>>((circuit, forgetting) => circuit.DisconnectedCircuitRetentionPeriod = forgetting.Value.Linger);
        services.AddSingleton<CircuitGate>().AddSingleton<CircuitOwners>().AddSingleton<CircuitConnections>();
        services.AddHostedService(provider => provider.GetRequiredService<CircuitConnections>());
        services.AddSingleton<LiveCircuits>().AddHostedService(provider => provider.GetRequiredService<LiveCircuits>()).AddHostedService<PanelWatch>();
        services.AddSingleton<IViewedNow>(provider => provider.GetRequiredService<LiveCircuits>());
        services.AddScoped<AuthenticationStateProvider, CircuitIdentity>();
        return services.AddScoped<CircuitHandler, VisitCircuit>().AddScoped<CircuitHandler, RolesReachCircuit>().AddScoped<CircuitHandler, KeepsLanguage>();
    }
}
