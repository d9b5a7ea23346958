using Microsoft.AspNetCore.SignalR;
using PrivacyPortal.App.Auth;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.App.Circuits;

/// <summary>Stands before the component hub: no call of a session that is over, and no pausing or resuming, which would move a circuit's state out of memory (C12).</summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal sealed class CircuitGate(SessionRegistry sessions, TimeProvider clock) : IHubFilter
{
    private static readonly HashSet<string> Refused = ["PauseCircuit", "ResumeCircuit"];
    private static readonly HashSet<string> Entering = ["StartCircuit", "ConnectCircuit"];

    // What a person does. A browser also answers whatever is drawn: were that use too, drawing the warning would extend the session it warns of.
    private static readonly HashSet<string> Using = ["BeginInvokeDotNetFromJS", "OnLocationChanged"];
    private static readonly TimeSpan UsedAtMostEvery = TimeSpan.FromSeconds(1);
    private static readonly object LastUse = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(invocationContext);
        var method = invocationContext.HubMethodName;
        if (Refused.Contains(method) || (Entering.Contains(method) && !await LivesAsync(invocationContext.Context)))
        {
            invocationContext.Context.Abort();
            return null;
        }
        if (Using.Contains(method))
            await UseAsync(invocationContext.Context);
        return await next(invocationContext);
    }

    private async Task UseAsync(HubCallerContext caller)
    {
        var now = clock.GetTimestamp();
        if (caller.User?.SessionId() is not { } id || (caller.Items.TryGetValue(LastUse, out var last) && clock.GetElapsedTime((long)last!, now) < UsedAtMostEvery))
            return;
        caller.Items[LastUse] = now;
        await sessions.FindAsync(id, use: true, caller.ConnectionAborted);
    }

    private async Task<bool> LivesAsync(HubCallerContext caller) =>
        caller.User?.SessionId() is { } id && await sessions.FindAsync(id, use: false, caller.ConnectionAborted) is { IsComplete: true };
}
