using System.Diagnostics.CodeAnalysis;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PrivacyPortal.App.Operations;

/// <summary>
/// Traces, figures and log lines to the plan's own collector over OTLP (HTTP), when <c>Telemetry:Endpoint</c> is set; without it no part of this is there.
/// What is said passes <see cref="SpansSayNothingOfAnybody"/>, <see cref="LinesSayNothingOfAnybody"/> and the words of <see cref="TelemetryWords"/>.
/// </summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The one configured collector, counted by the live statement like the record system.")]
internal static class TelemetryExport
{
    internal static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section);
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        if (!options.IsSet)
            return services;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddService(options.ServiceName, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces
                // what a person clicks and which component draws it is nobody's business
                .AddAspNetCoreInstrumentation(asked => (asked.EnableAspNetCoreSignalRSupport, asked.EnableRazorComponentsSupport) = (false, false))
                .AddHttpClientInstrumentation().AddSource("PrivacyPortal.*")
                .AddProcessor(new SpansSayNothingOfAnybody()).AddOtlpExporter(export => To(export, options, "traces")))
            .WithMetrics(figures => figures.AddMeter(TelemetryWords.Meters).AddRuntimeInstrumentation()
                .AddView(_ => new MetricStreamConfiguration { TagKeys = TelemetryWords.OfFigures }).AddOtlpExporter(export => To(export, options, "metrics")))
            .WithLogging(
                lines => lines.AddProcessor(new LinesSayNothingOfAnybody()).AddOtlpExporter(export => To(export, options, "logs")),
                lines => (lines.IncludeScopes, lines.IncludeFormattedMessage) = (false, false));
        return services;
    }

    private static void To(OtlpExporterOptions export, TelemetryOptions options, string signal)
    {
        export.Protocol = OtlpExportProtocol.HttpProtobuf;
        export.Endpoint = new Uri(options.Address!, $"v1/{signal}");
        export.Headers = options.Headers;
        export.HttpClientFactory = () => new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null })
        {
            Timeout = TimeSpan.FromSeconds(10),
        };
    }
}
