using System.Diagnostics;
using Current = System.Diagnostics.Activity;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>A span for each request to the record system, named by what is done and the resource type: no address, no id, no tag (C11).</summary>
internal static class RecordSpans
{
    private static readonly ActivitySource Source = new("PrivacyPortal.Records");

    internal static Current? Start(string verb, string type = "")
    {
        if (!Source.HasListeners())
            return null;
        // a trace of its own: what one visit asked for is not strung together
        Current.Current = null;
        return Source.StartActivity($"{verb} {type}".TrimEnd(), ActivityKind.Client);
    }
}
