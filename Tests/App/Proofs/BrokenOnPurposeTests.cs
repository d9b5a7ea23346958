using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.App.Proofs;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Proofs;

/// <summary>Each mechanism is broken on purpose: within a minute the statement is red for its clause, and for no other.</summary>
[Trait("clause", "C23")]
public sealed class BrokenOnPurposeTests
{
    private const string OwnPagesOnly = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    [Fact]
    public async Task Where_nothing_is_broken_nothing_is_red_and_every_probe_has_measured()
    {
        await using var portal = await WatchedPortal.StartAsync();
        var board = await portal.MeasuredAsync();
        Assert.Empty(await portal.RedAsync());
        Assert.Equal(Enum.GetValues<ProbeName>(), board.Latest.Select(proof => proof.Name));
        Assert.All(["C2", "C3", "C4", "C5", "C7", "C9", "C10", "C11", "C12", "C13", "C15", "C18"], clause => Assert.Equal(ProofState.Kept, board.StateOf(clause)));
        Assert.Equal(ProofState.NotMeasured, board.StateOf("C1"));
    }

    [Fact]
    [Trait("clause", "C2")]
    public async Task The_gate_is_removed()
    {
        await using var portal = await WatchedPortal.StartAsync(services => services.Configure<AuthorizationOptions>(options => options.FallbackPolicy = null));
        Assert.Equal(["C2"], await portal.RedAsync());
    }

    [Fact]
    [Trait("clause", "C12")]
    public async Task A_part_of_a_record_stays_after_its_page_is_gone()
    {
        await using var portal = await WatchedPortal.StartAsync();
        portal.Services.GetRequiredService<HeldNow>().Took(new Held<RecordValue>(Category.Coverage, Scope.Full), portal.Clock.GetUtcNow());
        Assert.Equal(["C12"], await portal.RedAsync());
        using var visitor = portal.NewBrowser();
        Assert.Matches("id=\"C12\"[^>]*data-state=\"NotKept\"", await visitor.ReadAsync("/privacy"));
    }

    [Fact]
    [Trait("clause", "C11")]
    public async Task A_mark_of_a_record_is_written_to_a_disk()
    {
        await using var portal = await WatchedPortal.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(portal.Services.GetRequiredService<FolderOfTest>().Path, "kept.tmp"), new string('-', 300_000) + WatchedPortal.Mark, TestContext.Current.CancellationToken);
        Assert.Equal(["C11"], await portal.RedAsync());
    }

    [Theory]
    [Trait("clause", "C11")]
    [InlineData("ALTER TABLE Accounts ADD COLUMN FullName TEXT")]
    [InlineData("CREATE TABLE Kept (Id TEXT, Harmless TEXT)")]
    public async Task A_column_is_added_to_the_store(string change)
    {
        await using var portal = await WatchedPortal.StartAsync();
        await WriteAsync(portal, change);
        Assert.Equal(["C11"], await portal.RedAsync());
    }

    [Fact]
    public async Task A_row_of_the_audit_is_edited()
    {
        await using var portal = await WatchedPortal.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        await WriteAsync(portal, "DROP TRIGGER AuditIsNeverChanged; UPDATE Audit SET Entry = CAST(REPLACE(CAST(Entry AS TEXT), 'a', 'b') AS BLOB) WHERE Sequence = 1");
        Assert.Equal(["C23"], await portal.RedAsync());
    }

    [Fact]
    [Trait("clause", "C18")]
    public async Task A_notice_is_sent_that_stands_in_nobodys_list()
    {
        await using var portal = await WatchedPortal.StartAsync();
        await WriteAsync(portal, "PRAGMA foreign_keys = OFF; INSERT INTO Notices (Id, AccountId, Kind, At, State, Attempts) VALUES ('n', 'nobody', 0, 0, 2, 1)");
        Assert.Equal(["C18"], await portal.RedAsync());
    }

    [Fact]
    [Trait("clause", "C8")]
    public async Task A_closed_password_still_opens_something()
    {
        await using var portal = await WatchedPortal.StartAsync();
        await portal.AccountAsync("member-2");
        await using (var db = portal.Store())
            await db.Users.ExecuteUpdateAsync(all => all.SetProperty(account => account.PasswordState, PasswordState.Closed), TestContext.Current.CancellationToken);
        Assert.Equal(["C8"], await portal.RedAsync());
    }

    [Fact]
    [Trait("clause", "C22")]
    public async Task A_concern_waits_too_long()
    {
        await using var portal = await WatchedPortal.StartAsync();
        await using (var db = portal.Store())
        {
            var now = portal.Clock.GetUtcNow();
            db.Concerns.Add(new ConcernRow { Number = "C-1", Reference = "Communication/1", RaisedAt = now.AddDays(-31), AnswerBy = now.AddDays(-1) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(["C22"], await portal.RedAsync());
    }

    [Theory]
    [Trait("clause", "C3")]
    [Trait("clause", "C4")]
    [Trait("clause", "C19")]
    [Trait("clause", "C20")]
    [InlineData("C3")]
    [InlineData("C4")]
    [InlineData("C19")]
    [InlineData("C20")]
    public async Task A_page_stays_open_that_should_not(string clause)
    {
        await using var portal = await WatchedPortal.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        await using var db = portal.Store();
        var session = await db.Sessions.SingleAsync(row => row.EndedAt == null, TestContext.Current.CancellationToken);
        using var page = portal.Services.CreateScope();
        portal.Services.GetRequiredService<LiveCircuits>().Opened("c1", session.Id, (CircuitIdentity)page.ServiceProvider.GetRequiredService<AuthenticationStateProvider>(), page.ServiceProvider.GetRequiredService<MemberVisit>());
        var account = await db.Users.SingleAsync(row => row.Id == session.AccountId, TestContext.Current.CancellationToken);
        // the pulse that would end such a session is stopped
        await portal.Services.GetRequiredService<LiveCircuits>().StopAsync(TestContext.Current.CancellationToken);
        if (clause == "C3")
            account.PasswordState = PasswordState.Assigned;
        else if (clause == "C4")
            account.SecurityStamp = "of-a-newer-password";
        else if (clause == "C19")
            session.EndedAt = portal.Clock.GetUtcNow();
        else
            session.StatementVersion = "2020-01";
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal([clause], await portal.RedAsync());
    }

    [Fact]
    [Trait("clause", "C5")]
    public async Task An_employee_assigns_a_forgotten_password_without_having_checked_who_asks()
    {
        await using var portal = await WatchedPortal.StartAsync();
        await portal.AccountAsync("member-2");
        await portal.AccountAsync("support-1");
        await using (var db = portal.Store())
        {
            var (member, employee) = (await IdAsync(db, "member-2"), await IdAsync(db, "support-1"));
            db.Assignments.Add(new AssignmentRow
            {
                Id = "a", AccountId = member, AskedBy = employee, Way = AssignedFor.Letter, Cause = AssignmentCause.Forgotten, At = portal.Clock.GetUtcNow(), Words = "one two three",
            });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(["C5"], await portal.RedAsync());
    }

    [Fact]
    [Trait("clause", "C10")]
    public async Task The_certificate_is_over()
    {
        await using var portal = await WatchedPortal.StartAsync();
        portal.Clock.Advance(TimeSpan.FromDays(3650));
        Assert.Equal(["C10"], await portal.RedAsync());
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task A_part_stays_open_that_the_rules_of_now_refuse()
    {
        var records = new ArrangedRecords();
        records.Has(new PlanCoverage("p1", Sensitivity.None));
        await using var portal = await WatchedPortal.StartAsync(services => services.AddScoped<IMemberRecords>(_ => records));
        using var member = await portal.SignedInAsync("member-1");
        await using var db = portal.Store();
        var session = await db.Sessions.SingleAsync(row => row.EndedAt == null, TestContext.Current.CancellationToken);
        using var page = portal.Services.CreateScope();
        var visit = page.ServiceProvider.GetRequiredService<MemberVisit>();
        // the pulse that would decide again is stopped
        await portal.Services.GetRequiredService<LiveCircuits>().StopAsync(TestContext.Current.CancellationToken);
        visit.Begin((await portal.Services.GetRequiredService<SessionRegistry>().FindAsync(session.Id, use: true, TestContext.Current.CancellationToken))!);
        portal.Services.GetRequiredService<LiveCircuits>().Opened("c1", session.Id, (CircuitIdentity)page.ServiceProvider.GetRequiredService<AuthenticationStateProvider>(), visit);
        var coverage = visit.Open(Sections.Coverage);
        await WaitFor.TrueAsync(() => coverage.State == HeldState.Shown);
        var current = portal.Services.GetRequiredService<CurrentPolicy>();
        Assert.Equal((1, 0), visit.OpenParts);
        current.Replace(PolicySnapshot.Compile(current.Snapshot.Facts with { Rules = [] }));
        Assert.Equal(["C13"], await portal.RedAsync());
    }

    [Fact]
    [Trait("clause", "C7")]
    public async Task A_password_is_stored_as_it_is()
    {
        await using var portal = await WatchedPortal.StartAsync();
        await portal.AccountAsync("member-2");
        await WriteAsync(portal, "UPDATE Accounts SET PasswordHash = 'lantern gravel otter mosaic'");
        Assert.Equal(["C7"], await portal.RedAsync());
    }

    [Theory]
    [Trait("clause", "C15")]
    [InlineData("script-src 'self'", "script-src 'self' https://elsewhere.example")]
    [InlineData("connect-src 'self'", "connect-src 'self' https:")]
    [InlineData("connect-src 'self'; ", "")]
    [InlineData(OwnPagesOnly, "")]
    public async Task An_answer_lets_a_page_speak_to_others(string part, string instead)
    {
        await using var portal = await WatchedPortal.StartAsync();
        var answer = new DefaultHttpContext();
        answer.Response.Headers.ContentSecurityPolicy = OwnPagesOnly.Replace(part, instead, StringComparison.Ordinal);
        portal.Services.GetRequiredService<AnswerWatch>().Look(answer);
        Assert.Equal(["C15"], await portal.RedAsync());
    }

    [Theory]
    [Trait("clause", "C9")]
    [InlineData(SslProtocols.Tls12, System.Net.Security.TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA)]
    [InlineData(SslProtocols.Tls12, System.Net.Security.TlsCipherSuite.TLS_RSA_WITH_AES_128_GCM_SHA256)]
#pragma warning disable CA5397, SYSLIB0039 // the old protocol is what is to be found
    [InlineData(SslProtocols.Tls11, System.Net.Security.TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA)]
#pragma warning restore CA5397, SYSLIB0039
    public async Task A_connection_is_weakly_encrypted(SslProtocols protocol, System.Net.Security.TlsCipherSuite suite)
    {
        await using var portal = await WatchedPortal.StartAsync();
        var answer = new DefaultHttpContext();
        answer.Response.Headers.ContentSecurityPolicy = OwnPagesOnly;
        answer.Features.Set<ITlsHandshakeFeature>(new Handshake(protocol, suite));
        portal.Services.GetRequiredService<AnswerWatch>().Look(answer);
        Assert.Equal(["C9"], await portal.RedAsync());
    }

    [Fact]
    [Trait("clause", "C15")]
    public async Task The_server_connects_to_somewhere_that_nobody_configured()
    {
        await using var portal = await WatchedPortal.StartAsync();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<Exception>(async () => await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 9), soon.Token));
        Assert.Equal(["C15"], await portal.RedAsync());
    }

    private static Task<string> IdAsync(PortalDb db, string userName) => db.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync(TestContext.Current.CancellationToken);

    private static async Task WriteAsync(PortalHost portal, string change)
    {
        await using var connection = (SqliteConnection)await portal.Services.GetRequiredService<StoreConnection>().OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = change;
        Assert.NotEqual(int.MinValue, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private sealed record Handshake(SslProtocols Protocol, System.Net.Security.TlsCipherSuite? NegotiatedCipherSuite) : ITlsHandshakeFeature
    {
#pragma warning disable SYSLIB0058 // the interface still has them
        public CipherAlgorithmType CipherAlgorithm => default;
        public int CipherStrength => default;
        public HashAlgorithmType HashAlgorithm => default;
        public int HashStrength => default;
        public ExchangeAlgorithmType KeyExchangeAlgorithm => default;
        public int KeyExchangeStrength => default;
#pragma warning restore SYSLIB0058
    }
}
