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
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Proofs;

/// <summary>Each mechanism is broken on purpose: within a minute the statement is red for its clause, and for no other.</summary>
[Trait("clause", "C23")]
public sealed class BrokenOnPurposeTests
{
    [Fact]
    public async Task Where_nothing_is_broken_nothing_is_red_and_every_probe_has_measured()
    {
        await using var portal = await WatchedPortal.StartAsync();
        var board = await portal.MeasuredAsync();
        Assert.Empty(await portal.RedAsync());
        Assert.Equal(Enum.GetValues<ProbeName>(), board.Latest.Select(proof => proof.Name));
        Assert.All(["C2", "C7", "C9", "C11", "C12", "C15", "C18"], clause => Assert.Equal(ProofState.Kept, board.StateOf(clause)));
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
    [Trait("clause", "C19")]
    [Trait("clause", "C20")]
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
        if (clause == "C19")
            session.EndedAt = portal.Clock.GetUtcNow();
        else
            session.StatementVersion = "2020-01";
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Equal([clause], await portal.RedAsync());
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
    [InlineData("default-src 'none'; script-src 'self' https://elsewhere.example;")]
    [InlineData("")]
    public async Task An_answer_lets_a_page_speak_to_others(string policy)
    {
        await using var portal = await WatchedPortal.StartAsync();
        var answer = new DefaultHttpContext();
        answer.Response.Headers.ContentSecurityPolicy = policy;
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
        answer.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; object-src 'none'";
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
