using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PrivacyPortal.RecordSystem.Import;
using PrivacyPortal.RecordSystem.Serve;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.Tests.Support;

/// <summary>The evaluation record system in this process, on a free port, over a database of its own.</summary>
internal sealed class RecordSystemServer : IAsyncDisposable
{
    public const string Token = "a-token-for-tests";

    private readonly FhirServer _server;

    private RecordSystemServer(RecordSystemFolder folder, FhirServer server)
    {
        (Folder, _server) = (folder, server);
        Client = NewClient();
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public RecordSystemFolder Folder { get; }

    public HttpClient Client { get; }

    public Uri Address => _server.Address;

    public Database Database => Folder.Database;

    /// <summary>What a portal needs to know to ask this server.</summary>
    public Dictionary<string, string?> Settings() => new()
    {
        ["Records:BaseUrl"] = Address.AbsoluteUri,
        ["Records:Auth:Bearer"] = Token,
        ["Records:PinnedCertificateSha256"] = _server.CertificateSha256,
    };

    public static async Task<RecordSystemServer> StartAsync(TimeProvider? clock = null, params string[] files)
    {
        var folder = new RecordSystemFolder();
        foreach (var file in files) Assert.Empty(FileImport.Take(folder.Database, file, DateTimeOffset.UtcNow, _ => { }).Reasons);
        return new RecordSystemServer(folder, await FhirServer.StartAsync(folder.Database, Token, 0, clock ?? TimeProvider.System, TestContext.Current.CancellationToken));
    }

    /// <summary>A client without a token that trusts this server's certificate and no other.</summary>
    public HttpClient NewClient()
    {
        var pinned = _server.CertificateSha256;
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == pinned;
        return new HttpClient(handler) { BaseAddress = new Uri(_server.Address.AbsoluteUri + "/") };
    }

    public async Task<JsonElement> GetAsync(string address)
    {
        using var answer = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement.Clone();
    }

    public async Task<int> TotalAsync(string address) => (await GetAsync(address)).GetProperty("total").GetInt32();

    public Task<HttpResponseMessage> PostAsync(string address, string body, string mediaType = "application/fhir+json") =>
        Client.PostAsync(address, new StringContent(body, Encoding.UTF8, mediaType), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        Folder.Dispose();
    }
}
