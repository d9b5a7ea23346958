using System.Diagnostics;
using OpenTelemetry;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Operations;

/// <summary>Takes from every span whatever <see cref="TelemetryWords"/> does not name, before it is exported; a span with events,
/// which may hold an exception's message, or with links that say something is not exported.</summary>
[Enforces(Clauses.NothingSentOutside)]
internal sealed class SpansSayNothingOfAnybody : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        foreach (var (tag, _) in data.TagObjects.Where(tag => !TelemetryWords.OfSpans.Contains(tag.Key)).ToList())
            data.SetTag(tag, null);
        // a browser may send a state of its own choosing along
        data.TraceStateString = null;
        data.SetStatus(data.Status);
        if (data.Events.Any() || data.Links.Any(link => link.Tags?.Any() == true))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
