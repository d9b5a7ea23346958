using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Services.Audit;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Storage;

/// <summary>Two nodes at the same moment over one PostgreSQL: one log, one signer at a time, one count of wrong tries.</summary>
public sealed class TwoNodesOnPostgresTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private ServiceProvider? a;
    private ServiceProvider? b;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ServiceProvider A => a ??= Node();

    private ServiceProvider B => b ??= Node();

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgresCluster.WhyNot is null, PostgresCluster.WhyNot ?? "");
        return ValueTask.CompletedTask;
    }

    [Fact]
    [Trait("clause", "C23")]
    public async Task Both_append_to_one_log_without_a_gap_and_either_may_sign_it()
    {
        var (onA, onB) = (A.GetRequiredService<IAuditLog>(), B.GetRequiredService<IAuditLog>());
        var places = await Task.WhenAll(Enumerable.Range(0, 400).Select(n => (n % 2 == 0 ? onA : onB).AppendAsync(AuditStore.Read(n), Stop).AsTask()));
        Assert.Equal(Enumerable.Range(0, 400).Select(n => (long)n), places.Order());

        var signed = await Task.WhenAll(A.GetRequiredService<CheckpointSigner>().SignAsync(Stop), B.GetRequiredService<CheckpointSigner>().SignAsync(Stop));
        Assert.All(signed, Assert.True);
        await onB.AppendAsync(AuditStore.Read(1), Stop);
        Assert.True(await B.GetRequiredService<CheckpointSigner>().SignAsync(Stop));
        await onA.AppendAsync(AuditStore.Read(2), Stop);
        Assert.True(await A.GetRequiredService<CheckpointSigner>().SignAsync(Stop));
        var report = A.GetRequiredService<VerifyAudit>().Store(Stop);
        Assert.True(report.Passed);
        Assert.Equal((402, 402, 3), (report.Entries, report.Covered, report.Checkpoints));
    }

    [Fact]
    [Trait("clause", "C23")]
    public async Task A_change_and_its_entry_stand_together_or_not_at_all()
    {
        await using var db = await A.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(Stop);
        db.Users.Add(new PortalUser { Id = "u1", UserName = "u1", NormalizedUserName = "U1", SecurityStamp = "s", CreatedAt = DateTimeOffset.UtcNow });
        await A.GetRequiredService<IAuditLog>().SaveAsync(db, AuditStore.Read(1), Stop);

        await using var again = await B.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(Stop);
        again.Users.Add(new PortalUser { Id = "u2", UserName = "u1", NormalizedUserName = "U1", SecurityStamp = "s", CreatedAt = DateTimeOffset.UtcNow });
        await Assert.ThrowsAsync<DbUpdateException>(() => B.GetRequiredService<IAuditLog>().SaveAsync(again, AuditStore.Read(2), Stop));
        await using var seen = await A.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(Stop);
        Assert.Equal((1, 1), (await seen.Users.CountAsync(Stop), await seen.Audit.CountAsync(Stop)));
    }

    [Fact]
    [Trait("clause", "C23")]
    public async Task What_an_owner_of_the_database_changes_is_found()
    {
        await A.GetRequiredService<IAuditLog>().AppendAsync(AuditStore.Read(1), Stop);
        await A.GetRequiredService<IAuditLog>().AppendAsync(AuditStore.Read(2), Stop);
        Assert.True(await A.GetRequiredService<CheckpointSigner>().SignAsync(Stop));
        await using var connection = A.GetRequiredService<StoreConnection>().Open();
        await using var change = connection.Command("""
            ALTER TABLE "Audit" DISABLE TRIGGER ALL; UPDATE "Audit" SET "Entry" = convert_to(replace(convert_from("Entry", 'UTF8'), 'p1', 'p2'), 'UTF8') WHERE "Sequence" = 0
            """);
        await change.ExecuteNonQueryAsync(Stop);
        Assert.False(B.GetRequiredService<VerifyAudit>().Store(Stop).Passed);
    }

    [Fact]
    [Trait("clause", "C2")]
    public async Task Wrong_tries_at_both_are_counted_together()
    {
        var (onA, onB) = (A.GetRequiredService<SignInThrottle>(), B.GetRequiredService<SignInThrottle>());
        var origin = new SignInOrigin("192.0.2.1", null);
        var together = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => (n % 2 == 0 ? onA : onB).TakeAsync("somebody", origin, Stop)));
        var inARow = 0;
        for (var n = 0; n < 60; n++)
            inARow += (await onA.TakeAsync("another", new SignInOrigin("192.0.2.2", null), Stop)).Open ? 1 : 0;
        Assert.InRange(inARow, 1, 59);
        Assert.Equal(inARow, together.Count(ticket => ticket.Open));
    }

    public async ValueTask DisposeAsync()
    {
        if (a is not null)
            await a.DisposeAsync();
        if (b is not null)
            await b.DisposeAsync();
        folder.Dispose();
    }

    private ServiceProvider Node() => new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddPostgresOf(folder.Path)
        .AddAudit(new AuditPlaces(Path.Combine(folder.Path, "audit.key"), Path.Combine(folder.Path, "checkpoints"), "portal.test/audit"))
        .AddSingleton(Options.Create(new SignInOptions())).AddSingleton(new ThrottleKey(new byte[32])).AddSingleton<SignInThrottle>().BuildServiceProvider();
}
