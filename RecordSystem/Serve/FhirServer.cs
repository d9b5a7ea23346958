using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>The listening server: loopback only, TLS only, nothing read from the environment or from configuration files.</summary>
internal sealed class FhirServer : IAsyncDisposable
{
    public const string BasePath = "/fhir";

    private readonly WebApplication _app;
    private readonly ServerCertificate _certificate;

    private FhirServer(WebApplication app, ServerCertificate certificate) => (_app, _certificate) = (app, certificate);

    public Uri Address { get; private set; } = null!;

    public string CertificateSha256 => _certificate.Sha256;

    public static async Task<FhirServer> StartAsync(Database database, string token, int port, TimeProvider clock, CancellationToken cancel)
    {
        var certificate = ServerCertificate.Make(clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.MostBytesRead;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(https =>
            {
                https.ServerCertificate = certificate.Certificate;
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            }));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var app = builder.Build();
        var gate = new BearerGate(token);
        var pipeline = new RequestPipeline(gate, new FhirRoutes(database, clock), app.Services.GetRequiredService<ILogger<RequestPipeline>>());
        app.Run(pipeline.AnswerAsync);
        await app.StartAsync(cancel);
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new FhirServer(app, certificate) { Address = new Uri(bound.TrimEnd('/') + BasePath) };
    }

    public Task WaitForEndAsync(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _certificate.Dispose();
    }
}
