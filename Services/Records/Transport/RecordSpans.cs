using System.Diagnostics;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>A span for each request to the record system, named by what is done and the resource type: no address, no id, no tag (C11).</summary>
internal static class RecordSpans
{
    private static readonly ActivitySource Source = new("PrivacyPortal.Records");

    internal static System.Diagnostics.Activity? Start(string verb, string type = "") =>
        Source.HasListeners() ? Source.StartActivity($"{verb} {type}".TrimEnd(), ActivityKind.Client) : null;
}
