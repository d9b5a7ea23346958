using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace PrivacyPortal.App.Verify;

/// <summary>How the portal is seen from outside: a client that follows no redirect, keeps no cookie, and trusts the usual authorities or one named certificate.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The auditor's command calls the portal that it is given, and only there; the serving portal never comes here.")]
internal sealed class OutsideView : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient http;
    private string? fingerprint;

    internal OutsideView(Uri portal, byte[]? pin)
    {
        Portal = portal;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = Patience };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            if (certificate is null)
                return false;
            var seen = SHA256.HashData(certificate.GetRawCertData());
            fingerprint = Convert.ToHexString(seen);
            return pin is null ? errors == SslPolicyErrors.None : CryptographicOperations.FixedTimeEquals(seen, pin);
        };
        http = new HttpClient(handler) { BaseAddress = portal, Timeout = Patience };
    }

    internal Uri Portal { get; }

    /// <summary>SHA-256 of the certificate that answered, once one did.</summary>
    internal string? Fingerprint => fingerprint;

    internal async Task<Answered> GetAsync(string address, CancellationToken cancel, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Portal, address));
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Connection", "Upgrade");
            request.Headers.Add("Upgrade", "websocket");
            request.Headers.Add("Sec-WebSocket-Version", "13");
            request.Headers.Add("Sec-WebSocket-Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
        }
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join("\n", header.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, headers, (int)response.StatusCode == 101 ? "" : await response.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>Whether the server goes on with a greeting of this version and these suites.</summary>
    internal async Task<bool> SpeaksAsync(int version, byte[] suites, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(Portal.DnsSafeHost, Portal.Port, deadline.Token);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Greeting.Make(version, suites, Portal.IdnHost), deadline.Token);
        var record = new byte[7];
        try
        {
            return await stream.ReadAtLeastAsync(record, record.Length, throwOnEndOfStream: false, deadline.Token) > 0 && record[0] == Greeting.Handshake;
        }
        catch (IOException)
        {
            return false; // a peer that closes without a word has refused too
        }
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record Answered(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    internal string Header(string name) => Headers.GetValueOrDefault(name, "");
}
