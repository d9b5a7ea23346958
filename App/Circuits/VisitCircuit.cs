using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using PrivacyPortal.App.Auth;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.App.Circuits;

/// <summary>
/// Ties a visit to its circuit: opened with the session as the store knows it, wiped the moment the connection drops, fetched again after a new
/// decision when it returns, ended with the circuit (C12). What counts as use of the session is <see cref="CircuitGate"/>'s to say.
/// </summary>
[Enforces(Clauses.OnlyWhileViewing)]
internal sealed class VisitCircuit(MemberVisit visit, AuthenticationStateProvider identity, SessionRegistry sessions, LiveCircuits live, CircuitSession session, TimeProvider clock) : CircuitHandler
{
    // Between two looks at the store, the end of a session in this process reaches the circuit by LiveCircuits.
    private static readonly TimeSpan LookAtMostEvery = TimeSpan.FromSeconds(1);

    // a store that is silent is not waited for: what the browser says next waits behind it
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private long lastLook;
    private string? sessionId;
    private bool connectedBefore;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var circuitIdentity = (CircuitIdentity)identity;
        sessionId = (await circuitIdentity.GetAuthenticationStateAsync()).User.SessionId();
        if (sessionId is null || await sessions.FindAsync(sessionId, use: true, cancellationToken) is not { MayGoOn: true } actor)
        {
            circuitIdentity.End();
            visit.End();
            return;
        }
        visit.Begin(actor);
        session.Begin(sessionId);
        live.Opened(circuit.Id, sessionId, circuitIdentity, visit);
    }

    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (!connectedBefore)
        {
            connectedBefore = true;
            return;
        }
        if (sessionId is not null && await sessions.FindAsync(sessionId, use: false, cancellationToken) is { MayGoOn: true })
            visit.Return();
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        visit.Wipe();
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        visit.End();
        live.Closed(circuit.Id);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        if (!CircuitGate.OnlyAcknowledges && !await LivesAsync())
            return; // the session is over: nothing that this circuit still sends is heard; but what it drew, or it could not be told why
        await next(context);
    };

    private async Task<bool> LivesAsync()
    {
        if (sessionId is null || visit.Actor is null)
            return false;
        if (clock.GetElapsedTime(lastLook) < LookAtMostEvery)
            return true;
        lastLook = clock.GetTimestamp();
        try
        {
            return await sessions.FindAsync(sessionId, use: false, CancellationToken.None).WaitAsync(Patience, clock) is { MayGoOn: true };
        }
        catch (Exception)
        {
            return false; // nobody could be asked: not heard, rather than heard for somebody whose session may be over
        }
    }
}
