using System.Net;
using System.Runtime.ExceptionServices;
using Polly;
using Polly.CircuitBreaker;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>
/// A record system that fails again and again is left alone for a moment, so that it can recover and members hear at once what they would hear after seconds.
/// One for the portal, whoever asks.
/// </summary>
/// <remarks>
/// C12: a breaker keeps the last outcome that it was told of. So it is told a closed word and never an answer or a request: those are a member's.
/// </remarks>
internal sealed class Breaker
{
    private readonly ResiliencePipeline<Attempt> pipeline = new ResiliencePipelineBuilder<Attempt>().AddCircuitBreaker(new CircuitBreakerStrategyOptions<Attempt>
    {
        ShouldHandle = arguments => new(arguments.Outcome.Result == Attempt.Failed),
        FailureRatio = 0.8,
        MinimumThroughput = 20,
        SamplingDuration = TimeSpan.FromSeconds(20),
        BreakDuration = TimeSpan.FromSeconds(5),
    }).Build();

    internal HttpMessageHandler Over(HttpMessageHandler inner) => new Handler(pipeline) { InnerHandler = inner };

    private enum Attempt
    {
        Answered,
        Failed,
    }

    private sealed class Handler(ResiliencePipeline<Attempt> pipeline) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage? response = null;
            ExceptionDispatchInfo? thrown = null;
            try
            {
                await pipeline.ExecuteAsync(async _ =>
                {
                    try
                    {
                        response = await base.SendAsync(request, cancellationToken);
                        return response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError ? Attempt.Failed : Attempt.Answered;
                    }
                    catch (Exception e)
                    {
                        thrown = ExceptionDispatchInfo.Capture(e);
                        return e is HttpRequestException or IOException || Asking.Of(request)?.Deadline.IsOver == true ? Attempt.Failed : Attempt.Answered;
                    }
                }, CancellationToken.None);
            }
            catch (BrokenCircuitException)
            {
                // not one that is tried again: waiting is the point
                throw new IOException("The record system failed too often and is not asked for a moment.");
            }
            thrown?.Throw();
            return response!;
        }
    }
}
