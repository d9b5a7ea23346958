using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using PrivacyPortal.App.Auth;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.App.Circuits;

/// <summary>
/// Stands before the component hub: no call of a session that is over, no return to a circuit that another session opened, no pausing or resuming, which
/// would move a circuit's state out of memory (C12), and no more calls than people and pages make.
/// </summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal sealed class CircuitGate(SessionRegistry sessions, CircuitOwners owners, CircuitConnections connections, TimeProvider clock) : IHubFilter
{
    private const string Start = "StartCircuit";
    private const string Return = "ConnectCircuit";
    private const string Drawn = "OnRenderCompleted";

    private static readonly HashSet<string> Refused = ["PauseCircuit", "ResumeCircuit"];

    // What a person does. A browser also answers whatever is drawn: were that use too, drawing the warning would extend the session it warns of.
    private static readonly HashSet<string> Using = ["BeginInvokeDotNetFromJS", "OnLocationChanged"];
    private static readonly TimeSpan UsedAtMostEvery = TimeSpan.FromSeconds(1);

    // Scrolling a long list makes some dozens of calls in a second. Whoever makes more waits, and the connection is not read meanwhile.
    private static readonly TokenBucketRateLimiterOptions Pace = new()
    {
        TokenLimit = 400, TokensPerPeriod = 20, ReplenishmentPeriod = TimeSpan.FromMilliseconds(200), QueueLimit = 1, AutoReplenishment = false,
    };

    private static readonly AsyncLocal<bool> Acknowledges = new();

    private static readonly object LastUse = new();
    private static readonly object Bucket = new();
    private static readonly object Secret = new();

    /// <summary>Whether the call on its way is only the browser's word that it drew what it was sent. Unheard, the circuit would soon send it nothing more.</summary>
    internal static bool OnlyAcknowledges => Acknowledges.Value;

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(invocationContext);
        var (caller, method) = (invocationContext.Context, invocationContext.HubMethodName);
        var session = caller.User?.SessionId();
        if (Refused.Contains(method) || session is null || (method is Start or Return && !await LivesAsync(session, caller)))
        {
            caller.Abort();
            return null;
        }
        await PaceAsync(caller);
        if (method == Return && !Returns(caller, session, invocationContext.HubMethodArguments))
            return false;
        if (Using.Contains(method))
            Use(session, caller);
        Acknowledges.Value = method == Drawn;
        var answer = await next(invocationContext);
        if (method == Start && answer is string { Length: > 0 } secret)
        {
            caller.Items[Secret] = secret;
            owners.Opened(secret, session);
        }
        return answer;
    }

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Context.User?.SessionId() is { } session)
            connections.Opened(context.Context, session);
        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        connections.Closed(context.Context);
        if (context.Context.Items.TryGetValue(Secret, out var secret))
            owners.Left((string)secret!);
        if (context.Context.Items.TryGetValue(Bucket, out var bucket))
            ((IDisposable)bucket!).Dispose();
        return next(context, exception);
    }

    private bool Returns(HubCallerContext caller, string session, IReadOnlyList<object?> arguments)
    {
        if (arguments is not [string { Length: > 0 } secret, ..] || !owners.Returned(secret, session))
            return false;
        caller.Items[Secret] = secret;
        return true;
    }

    private static async Task PaceAsync(HubCallerContext caller)
    {
        if (!caller.Items.TryGetValue(Bucket, out var bucket))
            caller.Items[Bucket] = bucket = new TokenBucketRateLimiter(Pace);
        var limiter = (TokenBucketRateLimiter)bucket!;
        limiter.TryReplenish();
        for (var lease = limiter.AttemptAcquire(); !lease.IsAcquired; lease = limiter.AttemptAcquire())
        {
            await Task.Delay(Pace.ReplenishmentPeriod, caller.ConnectionAborted);
            limiter.TryReplenish();
        }
    }

    // Not waited for: it opens nothing, and a store that is silent must not keep the browser's acknowledgements out, or the page could not say so.
    private void Use(string session, HubCallerContext caller)
    {
        var now = clock.GetTimestamp();
        if (caller.Items.TryGetValue(LastUse, out var last) && last is (long at, Task told) && (clock.GetElapsedTime(at, now) < UsedAtMostEvery || !told.IsCompleted))
            return;
        caller.Items[LastUse] = (now, UseAsync(session, caller.ConnectionAborted));
    }

    private async Task UseAsync(string session, CancellationToken gone)
    {
        try
        {
            await sessions.FindAsync(session, use: true, gone);
        }
        catch (Exception)
        {
            // the sweep asks the same store in a moment, and ends what it cannot ask about
        }
    }

    private async Task<bool> LivesAsync(string session, HubCallerContext caller) =>
        await sessions.FindAsync(session, use: false, caller.ConnectionAborted) is { MayGoOn: true };
}
