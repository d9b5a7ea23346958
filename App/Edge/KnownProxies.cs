using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace PrivacyPortal.App.Edge;

/// <summary>
/// Who may say from where a request comes. Nobody, unless <c>Portal:KnownProxies</c> lists the addresses or networks of the plan's own proxies: limits count
/// by address, and whoever could choose an address could choose to be nobody.
/// </summary>
internal static class KnownProxies
{
    internal const string Section = "Portal:KnownProxies";

    internal static IServiceCollection AddKnownProxies(this IServiceCollection services, IConfiguration configuration) => services.Configure<ForwardedHeadersOptions>(forwarded =>
    {
        // the host comes as it was asked for, and the way to the portal is https: neither needs a word of the proxy
        (forwarded.ForwardedHeaders, forwarded.ForwardLimit) = (ForwardedHeaders.XForwardedFor, 1);
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in Listed(configuration).Select(Parse).OfType<System.Net.IPNetwork>())
            forwarded.KnownIPNetworks.Add(network);
    });

    internal static IApplicationBuilder UseKnownProxies(this WebApplication app) => Listed(app.Configuration).Length > 0 ? app.UseForwardedHeaders() : app;

    internal static IEnumerable<string> Problems(IConfiguration configuration) =>
        Listed(configuration).Where(one => Parse(one) is null).Select(_ => $"{Section} must list addresses (192.0.2.7) or networks (192.0.2.0/24).");

    private static string[] Listed(IConfiguration configuration) => configuration.GetSection(Section).Get<string[]>() ?? [];

    private static System.Net.IPNetwork? Parse(string one) => System.Net.IPNetwork.TryParse(one, out var network) ? network
        : IPAddress.TryParse(one, out var address) ? new(address, address.GetAddressBytes().Length * 8) : null;
}
