using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using PrivacyPortal.Services.Records.Fhir;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>Asks the record system where tokens are given, and there for one. A connection for each time, gone with it; nothing is followed elsewhere.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The record system's own token endpoint, as the record system names it.")]
internal sealed class TokenEndpoint(RecordSystemOptions options, Func<Uri, HttpMessageHandler> handler, RecordSystemState state, TimeProvider clock)
{
    private const string AssertionKind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SigningCredentials key = PortalKey.Load(options.Auth.Smart);

    /// <summary>A token with its life; null when it is refused.</summary>
    /// <exception cref="HttpRequestException">Nobody answered, or not as SMART says.</exception>
    internal async Task<(string Token, TimeSpan Life)?> AskAsync(CancellationToken cancel)
    {
        var known = new Uri(new OwnAddress(options.BaseUrl).Base, ".well-known/smart-configuration");
        using var configuration = await SendAsync(new(HttpMethod.Get, known), cancel) ?? throw new HttpRequestException("The record system has no SMART configuration.");
        if (!Uri.TryCreate(Text(configuration, "token_endpoint"), UriKind.Absolute, out var endpoint) || endpoint.Scheme != Uri.UriSchemeHttps)
            throw new HttpRequestException("The record system names no token endpoint over https.");
        state.TokensAt(endpoint);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = options.Auth.Smart.Scope,
            ["client_assertion_type"] = AssertionKind,
            ["client_assertion"] = ClientAssertion.Make(options.Auth.Smart, key, endpoint, clock.GetUtcNow()),
        };
        using var answer = await SendAsync(new(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(form) }, cancel);
        if (answer is null || Text(answer, "access_token") is not { Length: > 0 } token || token.Any(c => c is <= ' ' or > '~'))
            return null;
        var life = answer.RootElement.TryGetProperty("expires_in", out var said) && said.TryGetInt32(out var seconds) && seconds > 0 ? seconds : 60;
        return (token, TimeSpan.FromSeconds(life));
    }

    private async Task<JsonDocument?> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using (request)
        {
            using var http = new HttpClient(handler(request.RequestUri!), disposeHandler: true) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
            request.Headers.Accept.ParseAdd("application/json");
            try
            {
                using var answer = await http.SendAsync(request, cancel);
                if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
                    return null;
                answer.EnsureSuccessStatusCode();
                return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancel));
            }
            catch (Exception e) when (e is JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                throw new HttpRequestException("The token endpoint gave no answer that can be read.");
            }
        }
    }

    private static string? Text(JsonDocument answer, string name) =>
        answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
