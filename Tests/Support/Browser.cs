using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;

namespace PrivacyPortal.Tests.Support;

/// <summary>A browser without scripts: cookies, forms with their hidden fields, no redirect followed unless asked.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
    private readonly HttpClient client;

    public Browser(Uri portal) => client = new HttpClient(handler) { BaseAddress = portal };

    public CookieContainer Cookies => handler.CookieContainer;

    public string? SessionCookie => Cookies.GetCookies(client.BaseAddress!)["__Host-portal"]?.Value;

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> ReadAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>The same, by a browser that says which languages its owner reads.</summary>
    public async Task<string> ReadAsync(string path, string? languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (languages is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>
    /// Fills the form of a page and posts it, as a browser would: the page's own form, the one of its frame that goes to <paramref name="action"/>, or,
    /// where it has several, the one that is called <paramref name="handler"/>.
    /// </summary>
    public async Task<HttpResponseMessage> PostFormAsync(string page, Dictionary<string, string> fields, string? action = null, string? handler = null)
    {
        var html = await ReadAsync(page);
        var mark = handler is not null ? $"name=\"_handler\" value=\"{handler}\"" : action is null ? "name=\"_handler\"" : $"action=\"{action}\"";
        var form = Forms().Matches(html).Select(match => match.Value).First(text => text.Contains(mark, StringComparison.Ordinal));
        foreach (Match hidden in Hidden().Matches(form))
            fields.TryAdd(hidden.Groups[1].Value, WebUtility.HtmlDecode(hidden.Groups[2].Value));
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(action ?? page, UriKind.Relative), content);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content = null) => await client.PostAsync(new Uri(path, UriKind.Relative), content);

    /// <summary>Asks for a circuit's connection with this browser's cookies, as a page of the given site would (without one: of the portal); 101 is yes.</summary>
    public async Task<HttpStatusCode> OpenHubAsync(string? origin = null)
    {
        using var socket = await HoldHubAsync(origin);
        return socket.HttpStatusCode;
    }

    /// <summary>The same, and stays connected until disposed.</summary>
    public async Task<ClientWebSocket> HoldHubAsync(string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost";
        socket.Options.Cookies = Cookies;
        if ((origin ?? client.BaseAddress!.GetLeftPart(UriPartial.Authority)) is { Length: > 0 } said)
            socket.Options.SetRequestHeader("Origin", said);
        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(client.BaseAddress!, "/_blazor")) { Scheme = "wss" }.Uri, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // the status says why
        }
        return socket;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value.Replace("{own}", client.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> SignInAsync(string userName, string password) =>
        PostFormAsync("/sign-in", new() { ["UserName"] = userName, ["Password"] = password });

    /// <summary>Where a redirect goes: path and query when it stays here, else the whole address; null when it is none.</summary>
    public string? Target(HttpResponseMessage answer)
    {
        if (answer.Headers.Location is not { } location)
            return null;
        var target = new Uri(client.BaseAddress!, location);
        return target.Authority == client.BaseAddress!.Authority ? target.PathAndQuery : target.ToString();
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
