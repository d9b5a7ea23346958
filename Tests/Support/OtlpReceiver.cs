using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PrivacyPortal.Tests.Support;

/// <summary>A collector on the loopback: takes whatever is exported over OTLP/HTTP and keeps the bytes, by signal.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Bytes)> taken = new();
    private readonly WebApplication server;

    private OtlpReceiver(WebApplication server) => this.server = server;

    public string Address => server.Urls.Single();

    /// <summary>What came of one signal, byte for byte as Latin-1; protobuf writes text in UTF-8 as it stands.</summary>
    public string Of(string signal) => string.Concat(taken.Where(one => one.Signal == signal).Select(one => Encoding.Latin1.GetString(one.Bytes)));

    public string All => Of("traces") + Of("metrics") + Of("logs");

    public static async Task<OtlpReceiver> StartAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new OtlpReceiver(builder.Build());
        receiver.server.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            receiver.taken.Enqueue((context.Request.Path.Value!.Split('/')[^1], body.ToArray()));
        });
        await receiver.server.StartAsync(cancel);
        return receiver;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
