using System.Net.Sockets;

namespace PrivacyPortal.App.Edge;

/// <summary>From where a request comes, for counting: one household has one IPv4 address or one /64 of IPv6.</summary>
internal static class ClientAddress
{
    internal static string Of(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        var address => address.ToString(),
    };
}
