using System.Net;
using System.Net.Sockets;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App;

/// <summary>Nothing goes over plain HTTP but the way to https, and no old protocol is spoken.</summary>
[Trait("clause", "C9")]
public sealed class TransportTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/records/claims")]
    [InlineData("/_blazor")]
    [InlineData("/css/portal.css")]
    public async Task Plain_http_only_sends_to_the_same_address_over_https(string address)
    {
        await using var portal = await PortalHost.StartAsync();
        using var plain = new Browser(portal.Http);
        using var answer = await plain.GetAsync(address);
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(new Uri(portal.Https, address), answer.Headers.Location);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("Content-Security-Policy", answer.Headers.Select(header => header.Key));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData(0x0303, 0x16)] // TLS 1.2 is answered with a handshake: the greeting itself is good
    [InlineData(0x0302, 0x15)] // TLS 1.1 with an alert
    [InlineData(0x0301, 0x15)] // TLS 1.0 with an alert
    [InlineData(0x0300, 0x15)] // SSL 3 with an alert
    public async Task Of_the_protocols_before_1_3_only_1_2_is_spoken(int version, int answered)
    {
        await using var portal = await PortalHost.StartAsync();
        Assert.Equal(answered, await AnswerAsync(portal, Greeting(version)));
    }

    [Theory]
    [InlineData(0x15, 0xC0, 0x09, 0xC0, 0x0A, 0xC0, 0x13, 0xC0, 0x14, 0xC0, 0x23, 0xC0, 0x24, 0xC0, 0x27, 0xC0, 0x28, 0x00, 0x2F, 0x00, 0x35, 0x00, 0x9C, 0x00, 0x9D)]
    [InlineData(0x16, 0xC0, 0x2B)]
    public async Task Of_the_suites_of_1_2_only_those_with_forward_secrecy_and_authenticated_encryption_are_spoken(int answered, params int[] suites)
    {
        await using var portal = await PortalHost.StartAsync();
        Assert.Equal(answered, await AnswerAsync(portal, Greeting(0x0303, [.. suites.Select(half => (byte)half)])));
    }

    /// <summary>The kind of the first record that answers: a handshake, or an alert.</summary>
    private static async Task<int> AnswerAsync(PortalHost portal, byte[] greeting)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, portal.Https.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(greeting);
        var record = new byte[7];
        // an alert is seven bytes; a peer that closes without one has refused too
        var read = await stream.ReadAtLeastAsync(record, record.Length, throwOnEndOfStream: false);
        return read == 0 ? 0x15 : record[0];
    }

    /// <summary>A ClientHello with the suites of its time, by hand: the platform's own client refuses to offer the old versions.</summary>
    private static byte[] Greeting(int version, byte[]? offered = null)
    {
        var (high, low) = ((byte)(version >> 8), (byte)version);
        byte[] suites = offered ?? [0xC0, 0x2B, 0xC0, 0x2C, 0xC0, 0x09, 0xC0, 0x0A, 0xC0, 0x13, 0xC0, 0x14, 0x00, 0x2F, 0x00, 0x35];
        byte[] groups = [0x00, 0x0A, 0x00, 0x06, 0x00, 0x04, 0x00, 0x17, 0x00, 0x18];
        byte[] points = [0x00, 0x0B, 0x00, 0x02, 0x01, 0x00];
        byte[] signatures = [0x00, 0x0D, 0x00, 0x08, 0x00, 0x06, 0x04, 0x03, 0x05, 0x03, 0x02, 0x03];
        byte[] extensions = [.. groups, .. points, .. signatures];
        byte[] body = [high, low, .. new byte[32], 0x00, 0x00, (byte)suites.Length, .. suites, 0x01, 0x00, 0x00, (byte)extensions.Length, .. extensions];
        byte[] handshake = [0x01, 0x00, 0x00, (byte)body.Length, .. body];
        return [0x16, 0x03, 0x01, 0x00, (byte)handshake.Length, .. handshake];
    }
}
