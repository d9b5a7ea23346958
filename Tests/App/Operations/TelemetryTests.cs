using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PrivacyPortal.App.Operations;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Operations;

/// <summary>What is exported says how the portal is and nothing of anybody: what reaches a collector, byte for byte.</summary>
[Trait("clause", "C15")]
public sealed class TelemetryTests
{
    private const string Canary = "quagganook";

    [Fact]
    public async Task Spans_figures_and_lines_arrive_without_what_anybody_sent()
    {
        await using var collector = await OtlpReceiver.StartAsync(TestContext.Current.CancellationToken);
        await using var portal = await StartAsync(collector);
        using var browser = await portal.SignedInAsync("member-1");
        using var sent = new HttpRequestMessage(HttpMethod.Get, $"/sign-in?returnUrl=/{Canary}&{Canary}={Canary}");
        sent.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        sent.Headers.Add("tracestate", $"vendor={Canary}");
        sent.Headers.Add("baggage", $"who={Canary}");
        sent.Headers.UserAgent.ParseAdd(Canary);
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator }) { BaseAddress = portal.Https };
        (await client.SendAsync(sent, TestContext.Current.CancellationToken)).Dispose();
        await browser.GetAsync($"/records/{Canary}");
        Throw(portal.Services.GetRequiredService<ILoggerFactory>());
        Flush(portal);
        Assert.Contains("/sign-in", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.Contains("portal.memory.sections", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.Contains("exception.type", collector.Of("logs"), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, collector.All, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("member-1", collector.All, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", collector.Of("traces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_filters_the_same_search_finds_it()
    {
        await using var collector = await OtlpReceiver.StartAsync(TestContext.Current.CancellationToken);
        using var spans = OpenTelemetry.Sdk.CreateTracerProviderBuilder().AddSource(nameof(TelemetryTests))
            .AddOtlpExporter(export => (export.Protocol, export.Endpoint) = (OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf, new Uri(collector.Address + "/v1/traces"))).Build();
        using (var source = new ActivitySource(nameof(TelemetryTests)))
            source.StartActivity("asked")!.SetTag("url.query", Canary).Stop();
        spans.ForceFlush();
        Assert.Contains(Canary, collector.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_collector_is_a_configured_place_and_what_goes_there_is_counted()
    {
        await using var collector = await OtlpReceiver.StartAsync(TestContext.Current.CancellationToken);
        await using var portal = await StartAsync(collector);
        Flush(portal);
        var board = await portal.MeasuredAsync();
        var outgoing = board.Latest.Single(proof => proof.Name == ProbeName.Outgoing);
        Assert.Equal(ProofState.Kept, outgoing.State);
        Assert.True(outgoing.Figures[4] > 0);
    }

    [Fact]
    public async Task Unless_an_endpoint_is_set_no_exporter_is_there()
    {
        await using var portal = await PortalHost.StartAsync();
        Assert.Null(portal.Services.GetService<TracerProvider>());
        Assert.Null(portal.Services.GetService<MeterProvider>());
    }

    [Theory]
    [InlineData("http://collector.example:4318", 1)]
    [InlineData("collector", 1)]
    [InlineData("https://user:secret@collector.example", 1)]
    [InlineData("https://collector.example:4318", 0)]
    [InlineData("http://127.0.0.1:4318", 0)]
    [InlineData("", 0)]
    public void A_collector_is_reached_encrypted_or_on_this_machine(string endpoint, int problems)
    {
        var said = new TelemetryOptions { Endpoint = endpoint }.Problems().ToList();
        Assert.Equal(problems, said.Count);
        Assert.All(said, problem => Assert.DoesNotContain("secret", problem, StringComparison.Ordinal));
    }

    private static Task<PortalHost> StartAsync(OtlpReceiver collector) => PortalHost.StartAsync(new Dictionary<string, string?> { ["Telemetry:Endpoint"] = collector.Address });

    // as a library may: a message and a scope with a value in them
    [SuppressMessage("Performance", "CA1848", Justification = "It is the careless way that is tried.")]
    [SuppressMessage("Usage", "CA2254", Justification = "It is the careless way that is tried.")]
    private static void Throw(ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger("Library.Of.Somebody");
        using var scope = logger.BeginScope("for {Whom}", Canary);
        logger.LogError(new InvalidOperationException($"of {Canary}", new FormatException(Canary)), $"It failed for {Canary} {{Whom}}", Canary);
    }

    private static void Flush(PortalHost portal)
    {
        portal.Services.GetRequiredService<TracerProvider>().ForceFlush();
        portal.Services.GetRequiredService<MeterProvider>().ForceFlush();
        portal.Services.GetRequiredService<LoggerProvider>().ForceFlush();
    }
}
