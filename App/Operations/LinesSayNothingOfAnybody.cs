using OpenTelemetry;
using OpenTelemetry.Logs;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Operations;

/// <summary>
/// Takes from every log line all but what it is about: the portal's own lines keep their figures and closed words, lines of the framework keep category, level and
/// event. Of an exception only the type goes out, never its message (C11, C15).
/// </summary>
[Enforces(Clauses.NothingSentOutside)]
internal sealed class LinesSayNothingOfAnybody : BaseProcessor<LogRecord>
{
    private const string Own = "PrivacyPortal.";

    public override void OnEnd(LogRecord data)
    {
        var own = data.CategoryName?.StartsWith(Own, StringComparison.Ordinal) == true;
        List<KeyValuePair<string, object?>> kept = own ? [.. data.Attributes ?? []] : [];
        if (data.Exception is { } thrown)
            kept.Add(new("exception.type", thrown.GetType().Name));
        if (!own)
            data.Body = data.EventId.Name ?? data.CategoryName;
        (data.FormattedMessage, data.Exception, data.Attributes) = (null, null, kept);
    }
}
