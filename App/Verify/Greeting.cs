namespace PrivacyPortal.App.Verify;

/// <summary>A TLS ClientHello by hand: the platform's own client refuses to offer what must be refused.</summary>
internal static class Greeting
{
    internal const byte Handshake = 0x16;

    /// <summary>Suites without forward secrecy or authenticated encryption, as old clients offer them.</summary>
    internal static byte[] WeakSuites { get; } = [0xC0, 0x09, 0xC0, 0x0A, 0xC0, 0x13, 0xC0, 0x14, 0xC0, 0x23, 0xC0, 0x24, 0xC0, 0x27, 0xC0, 0x28, 0x00, 0x2F, 0x00, 0x35, 0x00, 0x9C, 0x00, 0x9D];

    /// <summary>Suites of every age.</summary>
    internal static byte[] AnySuites { get; } = [0xC0, 0x2B, 0xC0, 0x2C, 0xC0, 0x2F, 0xC0, 0x30, 0xC0, 0x09, 0xC0, 0x0A, 0xC0, 0x13, 0xC0, 0x14, 0x00, 0x2F, 0x00, 0x35];

    internal static byte[] Make(int version, byte[] suites, string host)
    {
        var (high, low) = ((byte)(version >> 8), (byte)version);
        var name = System.Text.Encoding.ASCII.GetBytes(host);
        byte[] server = [0x00, 0x00, .. Two(name.Length + 5), .. Two(name.Length + 3), 0x00, .. Two(name.Length), .. name];
        byte[] groups = [0x00, 0x0A, 0x00, 0x08, 0x00, 0x06, 0x00, 0x1D, 0x00, 0x17, 0x00, 0x18];
        byte[] points = [0x00, 0x0B, 0x00, 0x02, 0x01, 0x00];
        byte[] signatures = [0x00, 0x0D, 0x00, 0x0C, 0x00, 0x0A, 0x04, 0x03, 0x05, 0x03, 0x08, 0x04, 0x04, 0x01, 0x02, 0x01];
        byte[] extensions = [.. server, .. groups, .. points, .. signatures];
        byte[] body = [high, low, .. new byte[32], 0x00, .. Two(suites.Length), .. suites, 0x01, 0x00, .. Two(extensions.Length), .. extensions];
        byte[] handshake = [0x01, 0x00, .. Two(body.Length), .. body];
        return [Handshake, 0x03, 0x01, .. Two(handshake.Length), .. handshake];
    }

    private static byte[] Two(int number) => [(byte)(number >> 8), (byte)number];
}
