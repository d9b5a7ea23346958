using System.Net;
using System.Text;

namespace PrivacyPortal.Tests.Services.Records;

/// <summary>A record system that answers what was arranged, once each in order, and refuses with an explanation whatever was not.</summary>
internal sealed class FakeRecordServer : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<CancellationToken, Task<HttpResponseMessage>>>> answers = [];

    public List<SentRequest> Requests { get; } = [];

    /// <summary>Answers the search for a type.</summary>
    public FakeRecordServer Searched(string type, string body, HttpStatusCode status = HttpStatusCode.OK) =>
        On($"POST /fhir/{type}/_search", body, status);

    /// <summary>Answers a further page, by its path and query.</summary>
    public FakeRecordServer Continued(string pathAndQuery, string body, HttpStatusCode status = HttpStatusCode.OK) =>
        On($"GET {pathAndQuery}", body, status);

    public FakeRecordServer On(string what, string body, HttpStatusCode status = HttpStatusCode.OK) =>
        On(what, Encoding.UTF8.GetBytes(body), status);

    public FakeRecordServer On(string what, byte[] body, HttpStatusCode status = HttpStatusCode.OK) =>
        On(what, _ => Task.FromResult(new HttpResponseMessage(status) { Content = new ByteArrayContent(body) }));

    public FakeRecordServer On(string what, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        if (!answers.TryGetValue(what, out var queue))
            answers[what] = queue = new();
        queue.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var what = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(new SentRequest(request.Method.Method, request.RequestUri, body, request.Headers.Authorization?.ToString(), request.Headers.Accept.ToString()));
        if (!answers.TryGetValue(what, out var queue) || queue.Count == 0)
            throw new InvalidOperationException($"No answer was arranged for '{what}'; call Searched(...), Continued(...) or On(...). Arranged: {string.Join(", ", answers.Keys)}");
        return await queue.Dequeue()(cancellationToken);
    }

    internal sealed record SentRequest(string Method, Uri Address, string? Body, string? Authorization, string Accept);
}
