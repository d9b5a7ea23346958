using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PrivacyPortal.Services.Records.Transport;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>
/// The portal's connection to the record system, owned by one circuit: made with it, and disposed with it, so that no connection's buffer outlives
/// the circuit (C12). Asks the configured address only, and says what came in words of its own.
/// </summary>
/// <remarks>Made by hand and not by a client factory: the factory's handlers are shared between circuits, and its logging writes addresses.</remarks>
internal sealed class RecordConnection : IDisposable
{
    private readonly HttpClient http;
    private readonly AuthenticationHeaderValue? authorization;
    private readonly int mostBytes;
    private readonly bool searchByGet;

    public RecordConnection(RecordSystemOptions options, HttpMessageHandler handler)
    {
        if (options.Problems().FirstOrDefault() is { } problem)
            throw new InvalidOperationException(problem);
        Address = new OwnAddress(options.BaseUrl);
        // any other access is put on by the road: Transport/Authorized
        authorization = options.Auth.Bearer.Length > 0 ? new AuthenticationHeaderValue("Bearer", options.Auth.Bearer) : null;
        (mostBytes, searchByGet) = (options.MaxBytesPerAnswer, options.SearchByGet);
        // the time limit is a section's, not a request's
        http = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public OwnAddress Address { get; }

    public static SocketsHttpHandler Handler(byte[]? pin, X509Certificate2? client) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        Credentials = null,
        // no trace of a request leaves: neither a header nor an activity, which would carry its address
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 4,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        // an idle connection keeps the last bytes that it read
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
        SslOptions = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            RemoteCertificateValidationCallback = CertificateTrust.For(pin),
            ClientCertificateContext = client is null ? null : SslStreamCertificateContext.Create(client, null, offline: true),
        },
    };

    /// <summary>Asks what the record system can do.</summary>
    public async Task<Answer> MetadataAsync(Deadline deadline)
    {
        using var span = RecordSpans.Start("read", "CapabilityStatement");
        return await SendAsync(HttpMethod.Get, new Uri(Address.Base, "metadata"), null, deadline);
    }

    /// <summary>Asks for the first page of a search.</summary>
    public async Task<Answer> SearchAsync(Search search, Deadline deadline)
    {
        using var span = RecordSpans.Start("search", search.Type);
        if (searchByGet)
            return await SendAsync(HttpMethod.Get, new Uri(Address.Base, $"{search.Type}?{search.Query}"), null, deadline);
        // the parameters go into the body, so that a member's id is in no access log
        var form = new StringContent(search.Query, null, "application/x-www-form-urlencoded");
        return await SendAsync(HttpMethod.Post, new Uri(Address.Base, $"{search.Type}/_search"), form, deadline);
    }

    /// <summary>Asks for a further page, at an address that <see cref="OwnAddress.Next"/> has let pass.</summary>
    public async Task<Answer> ContinueAsync(Uri next, Deadline deadline)
    {
        using var span = RecordSpans.Start("continue");
        return await SendAsync(HttpMethod.Get, next, null, deadline);
    }

    /// <summary>Asks for one Binary, by the reference that a member's own entry gave. Its id is no member's.</summary>
    public Task<Answer> BinaryAsync(string reference, Deadline deadline) => SendAsync(HttpMethod.Get, new Uri(Address.Base, reference), null, deadline);

    /// <summary>Creates a resource and says where it is; its bytes are sent and not kept. Never tried again here: an answer that did not arrive may have been a yes.</summary>
    public Task<Created> CreateAsync(string type, byte[] resource, string? ifNoneExist, Deadline deadline) => WriteAsync(HttpMethod.Post, type, type, resource, ifNoneExist, deadline);

    /// <summary>Puts a resource in place of what is at its type and id.</summary>
    public Task<Created> UpdateAsync(string reference, byte[] resource, Deadline deadline) => WriteAsync(HttpMethod.Put, reference, reference.Split('/')[0], resource, null, deadline);

    private async Task<Created> WriteAsync(HttpMethod method, string address, string type, byte[] resource, string? ifNoneExist, Deadline deadline)
    {
        using var span = RecordSpans.Start("create", type);
        using var content = new ByteArrayContent(resource);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
        using var request = new HttpRequestMessage(method, new Uri(Address.Base, address)) { Content = content };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.ParseAdd("application/fhir+json");
        request.Headers.Add("Prefer", "return=minimal");
        new Asking(Reads: false, deadline).Mark(request);
        if (ifNoneExist is not null)
            request.Headers.Add("If-None-Exist", ifNoneExist);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            if (response.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK))
                return new(response.StatusCode, null, ProblemOf(response.StatusCode) ?? RecordProblem.Unreadable);
            var place = response.Headers.Location is { } said && Address.Local(said.OriginalString) is { } reference && reference.StartsWith(type + "/", StringComparison.Ordinal) ? reference : null;
            return new(response.StatusCode, place, null);
        }
        catch (OperationCanceledException)
        {
            deadline.ThrowIfCallerCancelled();
            return new(null, null, RecordProblem.TooSlow);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            deadline.ThrowIfCallerCancelled();
            return new(null, null, RecordProblem.Unreachable);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, Uri address, HttpContent? content, Deadline deadline)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.ParseAdd("application/fhir+json");
        request.Headers.CacheControl = new CacheControlHeaderValue { NoStore = true };
        new Asking(Reads: true, deadline).Mark(request);
        // no Prefer: handling=strict. No answer is trusted for its filter, so an unknown parameter does no harm; refusing it would cost the section.
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            if (ProblemOf(response.StatusCode) is { } problem)
                return new Answer(null, problem, response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone);
            var body = await AnswerBuffer.ReadAsync(response.Content, mostBytes, deadline.Token);
            return body is null ? new Answer(null, RecordProblem.Unreadable) : new Answer(body, null);
        }
        catch (OperationCanceledException)
        {
            deadline.ThrowIfCallerCancelled();
            return new Answer(null, RecordProblem.TooSlow);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            deadline.ThrowIfCallerCancelled();
            return new Answer(null, RecordProblem.Unreachable);
        }
    }

    private static RecordProblem? ProblemOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => null,
        HttpStatusCode.Unauthorized => RecordProblem.PortalRefused,
        HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone => RecordProblem.Unavailable,
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => RecordProblem.Busy,
        < HttpStatusCode.BadRequest => RecordProblem.Unreadable,
        _ => RecordProblem.Failed,
    };
}
