using System.Net;
using System.Net.Sockets;

namespace PrivacyPortal.Journeys.Support;

/// <summary>A port of the loopback that nothing listens on at the moment.</summary>
internal static class LoopbackPort
{
    internal static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
