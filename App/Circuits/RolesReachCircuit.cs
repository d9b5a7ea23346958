using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using PrivacyPortal.App.Auth;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Circuits;

/// <summary>Tells a live circuit that a role of its account was taken back or has lapsed: the page it stood on closes, and its link goes (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
internal sealed class RolesReachCircuit(CurrentPolicy current, AccessPolicy policy, AuthenticationStateProvider identity) : CircuitHandler, IDisposable
{
    private string? account;
    private Role[] session = [];
    private Role[] held = [];

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var user = (await identity.GetAuthenticationStateAsync()).User;
        (account, session) = (user.AccountId(), [.. user.Roles()]);
        held = Held();
        current.Changed += Look;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => current.Changed -= Look;

    private void Look()
    {
        var now = Held();
        if (now.SequenceEqual(held))
            return;
        held = now;
        ((CircuitIdentity)identity).DecideAgain();
    }

    private Role[] Held() => account is null ? [] : [.. session.Where(role => policy.Holds(account, session, role))];
}
