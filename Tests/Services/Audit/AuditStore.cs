using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.Tests.Services.Audit;

/// <summary>A store of its own in a folder of its own, with everything around the audit, and the acts that an attacker with the database would do.</summary>
internal sealed class AuditStore : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private AuditStore(string folder)
    {
        Folder = folder;
        Places = new AuditPlaces(Path.Combine(folder, "audit-signing.pem"), Path.Combine(folder, "checkpoints"), "portal.test/audit");
        services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddLogging().AddStorage(Path.Combine(folder, "portal.db")).AddAudit(Places).AddWhoLooked().BuildServiceProvider();
    }

    internal string Folder { get; }

    internal AuditPlaces Places { get; }

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 4, 10, 2, 0, TimeSpan.Zero));

    internal IAuditLog Log => services.GetRequiredService<IAuditLog>();

    internal CheckpointSigner Signer => services.GetRequiredService<CheckpointSigner>();

    internal AuditHealth Health => services.GetRequiredService<AuditHealth>();

    internal VerifyAudit Verify => services.GetRequiredService<VerifyAudit>();

    internal ExportAudit Export => services.GetRequiredService<ExportAudit>();

    internal IServiceProvider Services => services;

    internal static async Task<AuditStore> MakeAsync()
    {
        var store = new AuditStore(Directory.CreateTempSubdirectory("audit-test").FullName);
        await store.services.MigrateStoreAsync(TestContext.Current.CancellationToken);
        return store;
    }

    internal static AuditEntry Read(int n, string subject = "p1", bool allowed = true) => new(AuditAct.RecordRead, allowed)
    {
        Account = $"a{n % 7}",
        Session = $"s{n % 11}",
        Subject = subject,
        Roles = [Role.Member],
        Category = (Category)(n % 9),
        Purpose = PurposeOfUse.PatientRequest,
        Need = allowed ? NeedKind.Self : null,
        Rule = "OneselfMayReadTheOwnRecord",
        Reason = allowed ? null : nameof(Refusal.NoLiveNeed),
    };

    internal async Task AppendAsync(int entries)
    {
        for (var n = 0; n < entries; n += 100)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAll(Enumerable.Range(n, Math.Min(100, entries - n)).Select(i => Log.AppendAsync(Read(i), TestContext.Current.CancellationToken).AsTask()));
        }
    }

    /// <summary>A signer as it is after a restart: it remembers nothing.</summary>
    internal (CheckpointSigner Signer, AuditHealth Health) Restarted()
    {
        var health = new AuditHealth();
        return (new CheckpointSigner(services.GetRequiredService<StoreConnection>(), Places, new CheckpointFiles(Places), health, Clock, NullLogger<CheckpointSigner>.Instance), health);
    }

    internal SqliteConnection Open()
    {
        return (SqliteConnection)services.GetRequiredService<StoreConnection>().Open();
    }

    internal async Task<PortalDb> DbAsync() => await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();

    /// <summary>What only someone with the database file can do: the triggers go first.</summary>
    internal void Tamper(string sql, params (string Name, object Value)[] values)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER IF EXISTS AuditIsNeverChanged; DROP TRIGGER IF EXISTS AuditIsNeverDeleted; " + sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
