using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Faults;

/// <summary>A record system written by hand, over https on the loopback, that has one member's claims and fails as it is told to. It keeps what it was asked.</summary>
internal sealed class FailingRecordSystem(X509Certificate2 certificate, string token) : IAsyncDisposable
{
    internal const string Member = "member-of-faults";
    internal const string OwnWord = "Quillfeather Clinic";
    internal const string OthersWord = "Brackenridge Hospital";

    private readonly int port = LoopbackPort.Free();
    private WebApplication? server;

    internal Uri Address => new($"https://localhost:{port}/fhir");

    internal RecordFault Fault { get; private set; }

    /// <summary>Where a next link of <see cref="RecordFault.NextLinkElsewhere"/> goes.</summary>
    internal Uri? Elsewhere { get; set; }

    /// <summary>Requests so far; without the token none is answered.</summary>
    internal int Asked { get; private set; }

    /// <summary>From now on it behaves so.</summary>
    internal async Task BehaveAsync(RecordFault fault)
    {
        Fault = fault;
        if (fault == RecordFault.Down)
            await DisposeAsync();
        else if (server is null)
            await StartAsync();
    }

    internal async Task StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate)));
        server = builder.Build();
        server.Run(AnswerAsync);
        await server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is null)
            return;
        using var atOnce = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await server.StopAsync(atOnce.Token);
        await server.DisposeAsync();
        server = null;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Asked++;
        if (context.Request.Headers.Authorization != $"Bearer {token}")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        switch (Fault)
        {
            case RecordFault.Slow:
                await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case RecordFault.Status500:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                await context.Response.WriteAsync($"stack trace with {OthersWord}");
                return;
            case RecordFault.Html:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync($"<html><body>{OthersWord}</body></html>");
                return;
            case RecordFault.Empty:
                return;
        }
        context.Response.ContentType = "application/fhir+json";
        await context.Response.WriteAsync(FaultyBundle.For(context.Request.Path.Value!.Contains("/ExplanationOfBenefit", StringComparison.Ordinal), Fault, Elsewhere));
    }
}
