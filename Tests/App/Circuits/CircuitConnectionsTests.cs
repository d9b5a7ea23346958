using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Nodes;
using PrivacyPortal.Services.Privacy.Statement;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Circuits;

/// <summary>What is left of a session that is over does not stay connected, and every end of a visit has the memory scrubbed.</summary>
[Trait("clause", "C12")]
public sealed class CircuitConnectionsTests : IAsyncLifetime
{
    private AccessStore store = null!;
    private SessionRegistry sessions = null!;
    private CircuitConnections connections = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await AccessStore.StartAsync();
        sessions = new SessionRegistry(store.Get<IDbContextFactory<PortalDb>>(), store.Get<IAuditLog>(), Options.Create(new SessionLimitOptions()), new StatementVersions(store.Clock), store.Clock);
        connections = new CircuitConnections(sessions, new OtherNodes(), store.Clock, NullLogger<CircuitConnections>.Instance);
        await connections.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await connections.StopAsync(CancellationToken.None);
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_browser_that_does_not_leave_with_its_session_is_cut_off_and_no_other()
    {
        var (over, lives) = (new Caller("over"), new Caller("lives"));
        connections.Opened(over, "session-over");
        connections.Opened(lives, "session-lives");
        await sessions.EndAsync("session-over", SessionEnd.Revoked, Stop);
        Assert.False(over.Aborted, "the page has a moment to say good-bye");
        store.Clock.Advance(CircuitConnections.GoodBye);
        await WaitFor.TrueAsync(() => over.Aborted);
        Assert.False(lives.Aborted);
    }

    [Fact]
    public async Task A_page_that_left_in_time_is_not_looked_for()
    {
        var left = new Caller("left");
        connections.Opened(left, "session-over");
        await sessions.EndAsync("session-over", SessionEnd.SignedOut, Stop);
        connections.Closed(left);
        store.Clock.Advance(CircuitConnections.GoodBye);
        await Task.Delay(50, Stop);
        Assert.Equal((false, 0), (left.Aborted, connections.Count));
    }

    [Fact]
    public async Task Every_end_of_a_visit_has_the_memory_scrubbed_whatever_becomes_of_the_drawing()
    {
        var heldNow = new HeldNow();
        var left = 0;
        heldNow.Left += () => left++;
        using var visit = new MemberVisit(store.Policy, store.Get<IAuditLog>(), new ArrangedRecords(), heldNow, store.Clock);
        visit.Begin(await store.WithAsync("amy-account", "Patient/amy", Role.Member));
        visit.Changed += () => throw new InvalidOperationException("a page that cannot be drawn");
        Assert.Throws<InvalidOperationException>(visit.End);
        Assert.Equal(1, left);
        visit.End(); // the circuit, which ends later than its session
        Assert.Equal(2, left);
    }

    private sealed class Caller(string connection) : HubCallerContext
    {
        private volatile bool aborted;

        public bool Aborted => aborted;

        public override string ConnectionId => connection;

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal? User => null;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort() => aborted = true;
    }
}
