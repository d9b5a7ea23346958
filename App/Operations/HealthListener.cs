using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PrivacyPortal.App.Operations;

/// <summary>
/// Answers <c>/health/live</c> and <c>/health/ready</c> on a port of its own: a server beside the portal's, so that no route, proxy header or host name can
/// bring a visitor of the public ports to it. Registered first, so that it stops last and says "draining" until the end.
/// </summary>
internal sealed class HealthListener(IServiceProvider services, IOptions<HealthOptions> options, Readiness readiness) : IHostedService, IHttpApplication<HttpContext>, IDisposable
{
    private KestrelServer? server;

    /// <summary>Where it listens; null when it is off.</summary>
    internal Uri? Address { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Port is not { } port)
            return;
        var kestrel = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = services };
        kestrel.Limits.MaxRequestBodySize = 0;
        kestrel.Limits.MaxConcurrentConnections = 32;
        kestrel.Listen(IPAddress.Parse(options.Value.Address), port);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        server = new KestrelServer(Options.Create(kestrel), sockets, NullLoggerFactory.Instance);
        await server.StartAsync(this, cancellationToken);
        Address = new(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await (server?.StopAsync(cancellationToken) ?? Task.CompletedTask);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        else if (request.Path == "/health/live")
            await WriteAsync(response, "text/plain", "live\n");
        else if (request.Path == "/health/ready")
        {
            var report = await readiness.AskAsync(context.RequestAborted);
            response.StatusCode = report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await WriteAsync(response, "application/json", report.Json());
        }
        else
            response.StatusCode = StatusCodes.Status404NotFound;
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public void Dispose() => server?.Dispose();

    private static Task WriteAsync(HttpResponse response, string type, string text)
    {
        response.ContentType = type;
        return HttpMethods.IsHead(response.HttpContext.Request.Method) ? Task.CompletedTask : response.WriteAsync(text);
    }
}
