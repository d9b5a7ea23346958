using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Net;

namespace PrivacyPortal.App.Proofs;

/// <summary>Every connection that this process opens, whichever code opens it: the runtime itself reports them (C15). Where to, and how often; nothing of what is sent.</summary>
internal sealed class OutgoingConnections : EventListener
{
    private const string Sockets = "System.Net.Sockets";

    // made before the base class asks for sources
    private readonly ConcurrentDictionary<string, long> opened = new();
    private volatile bool listens;

    /// <summary>False on a runtime that reports nothing.</summary>
    internal bool Listens => listens;

    internal IReadOnlyList<(IPEndPoint? To, long Times)> Opened => [.. opened.Select(one => (Parse(one.Key), one.Value))];

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name != Sockets)
            return;
        EnableEvents(eventSource, EventLevel.Informational);
        listens = true;
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "ConnectStart" && eventData.Payload is [string to, ..])
            opened.AddOrUpdate(to, 1, (_, times) => times + 1);
    }

    /// <summary>From the runtime's own form of an address, <c>InterNetwork:16:{1,187,127,0,0,1,...}</c>; null for what is not an internet address.</summary>
    internal static IPEndPoint? Parse(string said)
    {
        // a socket that is a file never leaves the machine
        if (said.StartsWith("Unix:", StringComparison.Ordinal))
            return new(IPAddress.Loopback, 0);
        var (from, to) = (said.IndexOf('{', StringComparison.Ordinal), said.IndexOf('}', StringComparison.Ordinal));
        if (from < 0 || to < from)
            return IPEndPoint.TryParse(said, out var plain) ? plain : null;
        var bytes = said[(from + 1)..to].Split(',').Select(part => byte.TryParse(part, CultureInfo.InvariantCulture, out var value) ? value : (byte)0).ToArray();
        var port = bytes.Length > 1 ? bytes[0] << 8 | bytes[1] : 0;
        if (said.StartsWith("InterNetworkV6:", StringComparison.Ordinal) && bytes.Length >= 22)
        {
            var address = new IPAddress(bytes.AsSpan(6, 16));
            return new(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port);
        }
        return said.StartsWith("InterNetwork:", StringComparison.Ordinal) && bytes.Length >= 6 ? new(new IPAddress(bytes.AsSpan(2, 4)), port) : null;
    }
}
