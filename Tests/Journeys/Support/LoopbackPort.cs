using System.Net;
using System.Net.Sockets;

namespace PrivacyPortal.Journeys.Support;

/// <summary>
/// A port of the loopback that nothing listens on at the moment, below those that the system gives to outgoing connections: until its program has
/// started, nobody else is given it. Each is given once.
/// </summary>
internal static class LoopbackPort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int next = Random.Shared.Next(Count);

    internal static int Free()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // another program has it
            }
        }
    }
}
