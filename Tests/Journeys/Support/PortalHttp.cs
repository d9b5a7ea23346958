using System.Net;
using System.Net.WebSockets;
using Microsoft.Playwright;

namespace PrivacyPortal.Journeys.Support;

/// <summary>Requests to the portal without a browser: what a script or a thief sends. No redirect is followed, and of certificates only the portal's own is taken.</summary>
internal static class PortalHttp
{
    internal const string SessionCookie = "__Host-portal";

    internal static HttpClient NewClient(Uri portal, string? cookies = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => IsOwn(certificate?.Subject);
        var client = new HttpClient(handler) { BaseAddress = portal };
        if (cookies is not null)
            client.DefaultRequestHeaders.Add("Cookie", cookies);
        return client;
    }

    /// <summary>The answer to an attempt to open the hub that circuits run over as a raw web socket: 101 when it opens.</summary>
    internal static async Task<HttpStatusCode> OpenHubAsync(Uri portal, string? cookies, CancellationToken cancel)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.RemoteCertificateValidationCallback = (_, certificate, _, _) => IsOwn(certificate?.Subject);
        socket.Options.SetRequestHeader("Origin", portal.GetLeftPart(UriPartial.Authority));
        if (cookies is not null)
            socket.Options.SetRequestHeader("Cookie", cookies);
        try
        {
            await socket.ConnectAsync(new UriBuilder(portal) { Scheme = "wss", Path = "/_blazor" }.Uri, cancel);
        }
        catch (WebSocketException)
        {
            // refused: the status says how
        }
        return socket.HttpStatusCode;
    }

    /// <summary>The cookies of a browser, as it sends them.</summary>
    internal static async Task<string> CookiesAsync(IBrowserContext browser) =>
        string.Join("; ", (await browser.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));

    // the portal makes its own certificate at the start
    private static bool IsOwn(string? subject) => subject == "CN=localhost";
}
