using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using PrivacyPortal.App.Auth;
using PrivacyPortal.App.Headers;
using PrivacyPortal.Components.Shell;

namespace PrivacyPortal.App.Edge;

/// <summary>
/// How much one account and one address may ask for at a time, so that a flood of one keeps nobody else out. Too much is answered with 429, when to come
/// back, and a page or a sentence that says so.
/// </summary>
internal static class EdgeLimits
{
    private const string Sentence = "Too many requests came from here. Nothing was done. Please wait a minute and try again, or call us.";

    private const string ConcernsSentence = "Too many comments or look-ups came from here in the last ten minutes. Nothing was taken. Go back to the page before to keep your words, wait ten minutes and send them again, or call us.";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ConcernsWindow = TimeSpan.FromMinutes(10);

    internal static IServiceCollection AddEdge(this IServiceCollection services)
    {
        services.AddOptions<EdgeLimitOptions>().BindConfiguration(EdgeLimitOptions.Section);
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<EdgeLimitOptions>>((limiter, limits) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(CircuitsOfAccount(limits.Value), CircuitsOfAddress(limits.Value), FormsOfAddress(limits.Value), ConcernsOfAddress(limits.Value));
            limiter.OnRejected = RefuseAsync;
        });
        return services;
    }

    // The lease lasts as long as the request, and the request of a circuit as long as its connection.
    private static PartitionedRateLimiter<HttpContext> CircuitsOfAccount(EdgeLimitOptions limits) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        IsCircuit(context) && context.User.AccountId() is { } account ? AtOnce(account, limits.CircuitsPerAccount) : RateLimitPartition.GetNoLimiter(""));

    private static PartitionedRateLimiter<HttpContext> CircuitsOfAddress(EdgeLimitOptions limits) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        IsCircuit(context) ? AtOnce(ClientAddress.Of(context), limits.CircuitsPerAddress) : RateLimitPartition.GetNoLimiter(""));

    private static PartitionedRateLimiter<HttpContext> FormsOfAddress(EdgeLimitOptions limits) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        HttpMethods.IsPost(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor")
            ? RateLimitPartition.GetSlidingWindowLimiter(ClientAddress.Of(context), _ => new() { PermitLimit = limits.FormsPerMinute, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));

    private static PartitionedRateLimiter<HttpContext> ConcernsOfAddress(EdgeLimitOptions limits) => PartitionedRateLimiter.Create<HttpContext, string>(context => IsConcern(context)
        ? RateLimitPartition.GetSlidingWindowLimiter(ClientAddress.Of(context), _ => new() { PermitLimit = limits.ConcernsPerTenMinutes, Window = ConcernsWindow, SegmentsPerWindow = 10, QueueLimit = 0 })
        : RateLimitPartition.GetNoLimiter(""));

    private static bool IsConcern(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments(PortalUrls.Concerns);

    private static RateLimitPartition<string> AtOnce(string whose, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(whose, _ => new() { PermitLimit = most, QueueLimit = 0 });

    private static bool IsCircuit(HttpContext context) => context.WebSockets.IsWebSocketRequest;

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var (response, concern) = (rejected.HttpContext.Response, IsConcern(rejected.HttpContext));
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = (concern ? ConcernsWindow : Window).TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (rejected.HttpContext.Request.WantsPage())
            return; // the page about refusals is drawn
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(concern ? ConcernsSentence : Sentence, cancel);
    }
}
