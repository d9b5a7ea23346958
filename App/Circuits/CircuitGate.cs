using Microsoft.AspNetCore.SignalR;
using PrivacyPortal.App.Auth;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.App.Circuits;

/// <summary>Stands before the component hub: no call of a session that is over, and no pausing or resuming, which would move a circuit's state out of memory (C12).</summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal sealed class CircuitGate(SessionRegistry sessions) : IHubFilter
{
    private static readonly HashSet<string> Refused = ["PauseCircuit", "ResumeCircuit"];
    private static readonly HashSet<string> Entering = ["StartCircuit", "ConnectCircuit"];

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        ArgumentNullException.ThrowIfNull(invocationContext);
        var method = invocationContext.HubMethodName;
        if (Refused.Contains(method) || (Entering.Contains(method) && !await LivesAsync(invocationContext.Context)))
        {
            invocationContext.Context.Abort();
            return null;
        }
        return await next(invocationContext);
    }

    private async Task<bool> LivesAsync(HubCallerContext caller) =>
        caller.User?.SessionId() is { } id && await sessions.FindAsync(id, use: false, caller.ConnectionAborted) is { IsComplete: true };
}
