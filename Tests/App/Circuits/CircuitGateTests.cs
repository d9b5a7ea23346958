using System.Diagnostics;
using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Circuits;

public sealed class CircuitGateTests
{
    private const string Secret = "the circuit's secret";

    [Fact]
    [Trait("clause", "C2")]
    public async Task A_circuit_is_returned_to_by_the_session_that_opened_it_and_by_no_other()
    {
        await using var portal = await PortalHost.StartAsync();
        var (owner, other) = (await CallerAsync(portal, "member-1"), await CallerAsync(portal, "member-2"));
        Assert.Equal(Secret, await CallAsync(portal, owner, nameof(FakeHub.StartCircuit), Secret));
        Assert.Equal(false, await CallAsync(portal, other, nameof(FakeHub.ConnectCircuit), true, Secret));
        Assert.Equal(false, await CallAsync(portal, owner, nameof(FakeHub.ConnectCircuit), true, "another secret"));
        Assert.Equal(true, await CallAsync(portal, owner, nameof(FakeHub.ConnectCircuit), true, Secret));
    }

    [Theory]
    [InlineData(nameof(FakeHub.PauseCircuit))]
    [InlineData(nameof(FakeHub.ResumeCircuit))]
    [Trait("clause", "C12")]
    public async Task A_circuit_is_not_put_aside(string method)
    {
        await using var portal = await PortalHost.StartAsync();
        var caller = await CallerAsync(portal, "member-1");
        Assert.Null(await CallAsync(portal, caller, method, true));
        Assert.True(caller.Aborted);
    }

    [Fact]
    [Trait("clause", "C8")]
    public async Task A_session_that_is_over_enters_no_circuit()
    {
        await using var portal = await PortalHost.StartAsync();
        var caller = await CallerAsync(portal, "member-1");
        await portal.Services.GetRequiredService<SessionRegistry>().EndAsync(caller.Session, SessionEnd.Compromised, default);
        Assert.Null(await CallAsync(portal, caller, nameof(FakeHub.StartCircuit), Secret));
        Assert.True(caller.Aborted);
    }

    [Fact]
    public async Task A_flood_of_calls_is_slowed_down_and_loses_none()
    {
        await using var portal = await PortalHost.StartAsync();
        var caller = await CallerAsync(portal, "member-1");
        var time = Stopwatch.StartNew();
        for (var i = 0; i < 500; i++)
            Assert.Equal(true, await CallAsync(portal, caller, nameof(FakeHub.OnRenderCompleted), true));
        Assert.True(time.Elapsed > TimeSpan.FromMilliseconds(600), "500 calls are 100 more than come through at once");
        Assert.False(caller.Aborted);
    }

    private static async Task<Caller> CallerAsync(PortalHost portal, string userName)
    {
        using var browser = await portal.SignedInAsync(userName, record: $"Patient/{userName}");
        return new Caller(SessionRegistry.IdOf(browser.SessionCookie!));
    }

    private static async Task<object?> CallAsync(PortalHost portal, Caller caller, string method, object? answer, params object?[] arguments)
    {
        using var hub = new FakeHub();
        var call = new HubInvocationContext(caller, portal.Services, hub, typeof(FakeHub).GetMethod(method, BindingFlags.Public | BindingFlags.Instance)!, arguments);
        return await portal.Services.GetRequiredService<CircuitGate>().InvokeMethodAsync(call, _ => ValueTask.FromResult(answer));
    }

    /// <summary>The names of the component hub's methods: the gate knows no more of it.</summary>
    private sealed class FakeHub : Hub
    {
        public void StartCircuit() => Context.Abort();

        public void ConnectCircuit() => Context.Abort();

        public void PauseCircuit() => Context.Abort();

        public void ResumeCircuit() => Context.Abort();

        public void OnRenderCompleted() => Context.Abort();
    }

    private sealed class Caller(string session) : HubCallerContext
    {
        public string Session => session;

        public bool Aborted { get; private set; }

        public override string ConnectionId => "connection";

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal? User { get; } = new(new ClaimsIdentity([new Claim("sid", session)], "portal"));

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort() => Aborted = true;
    }
}
