using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Transport;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Records.Transport;

/// <summary>A record system with SMART Backend Services over real TLS on loopback: checks the assertion as a strict server would, gives tokens, answers searches as arranged.</summary>
internal sealed class SmartRecordSystem : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly X509Certificate2 certificate = Certificate("CN=records");
    private readonly ConcurrentBag<string> seen = [];
    private WebApplication server = null!;
    private AsymmetricAlgorithm key = null!;

    public FakeTimeProvider Clock { get; } = new(Noon);

    /// <summary>How far the server's clock is ahead of the portal's.</summary>
    public TimeSpan Ahead { get; set; }

    public int TokenLife { get; set; } = 300;

    public int TokensGiven { get; private set; }

    public int TokensAsked { get; private set; }

    public ConcurrentQueue<(string What, string? Authorization)> Asked { get; } = new();

    public Func<HttpContext, Task> TokenAnswer { get; set; } = null!;

    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync(Searchset.Of());

    public bool WantsClientCertificate { get; set; }

    public string? ShownCertificate { get; private set; }

    public RecordSystemOptions Options { get; private set; } = null!;

    public RecordRoad Road { get; private set; } = null!;

    public static async Task<SmartRecordSystem> StartAsync(bool rsa = false, Action<SmartRecordSystem, RecordSystemOptions>? adjust = null)
    {
        var system = new SmartRecordSystem { key = rsa ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP384) };
        system.TokenAnswer = system.GiveAsync;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = system.certificate;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        })));
        system.server = builder.Build();
        system.server.Run(system.RouteAsync);
        await system.server.StartAsync(TestContext.Current.CancellationToken);
        var file = Path.Combine(system.folder.Path, "portal.pem");
        await File.WriteAllTextAsync(file, system.key.ExportPkcs8PrivateKeyPem());
        system.Options = new RecordSystemOptions
        {
            BaseUrl = system.Address + "/fhir",
            PinnedCertificateSha256 = Convert.ToHexString(SHA256.HashData(system.certificate.RawData)),
            Auth = { Smart = { ClientId = "portal", KeyPath = file, KeyId = "key-1" } },
        };
        adjust?.Invoke(system, system.Options);
        Assert.Empty(system.Options.Problems());
        Assert.Empty(system.Options.Auth.FileProblems());
        system.Road = new RecordRoad(Microsoft.Extensions.Options.Options.Create(system.Options), new RecordSystemState(), system.Clock);
        return system;
    }

    public string Address => server.Urls.Single();

    public string Write(string name, string content)
    {
        var file = Path.Combine(folder.Path, name);
        File.WriteAllText(file, content);
        return file;
    }

    /// <summary>A member's record over the road, as a circuit has one.</summary>
    public TheirRecord Record() => new(Road.Handler(), adjust: options => (options.BaseUrl, options.Auth) = (Options.BaseUrl, Options.Auth));

    public async Task<RecordProblem?> ClaimsAsync()
    {
        using var record = Record();
        return (await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken)).Problem;
    }

    public async ValueTask DisposeAsync()
    {
        Road.Dispose();
        await server.DisposeAsync();
        certificate.Dispose();
        key.Dispose();
        folder.Dispose();
    }

    public static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>What a token endpoint answers when all is well.</summary>
    public Task GiveAsync(HttpContext context)
    {
        TokensGiven++;
        return context.Response.WriteAsync($$"""{"access_token":"token-{{TokensGiven}}","token_type":"bearer","expires_in":{{TokenLife}},"scope":"system/*.rs"}""");
    }

    private Task RouteAsync(HttpContext context)
    {
        ShownCertificate = context.Connection.ClientCertificate?.Subject;
        switch (context.Request.Path.Value)
        {
            case "/fhir/.well-known/smart-configuration":
                return context.Response.WriteAsync($$"""{"token_endpoint":"{{Address}}/token"}""");
            case "/token":
                return TokenAsync(context);
            default:
                Asked.Enqueue(($"{context.Request.Method} {context.Request.Path}", context.Request.Headers.Authorization));
                return Answer(context);
        }
    }

    private async Task TokenAsync(HttpContext context)
    {
        TokensAsked++;
        var form = await context.Request.ReadFormAsync();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
        {
            ValidIssuer = "portal",
            ValidAudience = Address + "/token",
            IssuerSigningKey = key is ECDsa elliptic ? new ECDsaSecurityKey(elliptic) { KeyId = "key-1" } : new RsaSecurityKey((RSA)key) { KeyId = "key-1" },
            ValidAlgorithms = [key is ECDsa ? "ES384" : "RS384"],
            ValidateLifetime = false,
        });
        var token = result.SecurityToken as JsonWebToken;
        var now = (Clock.GetUtcNow() + Ahead).UtcDateTime;
        var good = result.IsValid && token!.Subject == "portal" && token.Kid == "key-1" && token.ValidTo > now && token.ValidTo <= now + TimeSpan.FromMinutes(5)
            && form["grant_type"] == "client_credentials" && form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" && First(token.Id);
        if (good)
            await TokenAnswer(context);
        else
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("""{"error":"invalid_client"}""");
        }
    }

    private bool First(string id)
    {
        var first = !seen.Contains(id);
        seen.Add(id);
        return first && id.Length >= 16;
    }
}
