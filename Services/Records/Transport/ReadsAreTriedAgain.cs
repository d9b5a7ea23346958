using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>
/// A read that met a passing fault is tried twice more, after the time that the record system asks for when that is short; when it asks for longer, the member
/// hears that it is busy. A write is sent once: an answer that did not arrive may have been a yes.
/// </summary>
internal static class ReadsAreTriedAgain
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    internal static ResiliencePipeline<HttpResponseMessage> Pipeline() => new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions
    {
        MaxRetryAttempts = 2,
        Delay = TimeSpan.FromMilliseconds(200),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldRetryAfterHeader = true,
        ShouldHandle = arguments => new(Asking.IsRead(arguments.Context.GetRequestMessage()) && IsPassing(arguments.Outcome)),
    }).Build();

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: { } thrown } => thrown is HttpRequestException,
        { Result: { } answer } => answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout && Wait(answer) <= LongestWait,
        _ => false,
    };

    private static TimeSpan Wait(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - TimeProvider.System.GetUtcNow(),
        _ => TimeSpan.Zero,
    };
}
