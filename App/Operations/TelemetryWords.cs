using System.Collections.Frozen;

namespace PrivacyPortal.App.Operations;

/// <summary>
/// What may be said of a span or a figure: these words and no others. A tag that a library adds tomorrow stays here until someone lets it out (C11, C15).
/// No address, no query, no host, no user agent: a stranger chooses those.
/// </summary>
internal static class TelemetryWords
{
    internal static readonly FrozenSet<string> OfSpans = FrozenSet.ToFrozenSet(
        ["http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type"], StringComparer.Ordinal);

    internal static readonly string[] OfFigures =
    [
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.name", "network.protocol.version", "network.transport", "network.type", "error.type",
        "tls.protocol.version", "aspnetcore.rate_limiting.result", "aspnetcore.routing.match_status", "aspnetcore.diagnostics.exception.result",
        "gc.heap.generation", "dotnet.gc.heap.generation", "cpu.mode", "clause", "probe", "outcome",
    ];

    internal static readonly string[] Meters =
    [
        "PrivacyPortal.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Components.Server.Circuits", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http",
    ];
}
