using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Bench;

/// <summary>
/// Audit appends of 64 callers, each waiting until its own is on disk, beside the same callers and a plain group commit of rows of that size into an
/// SQLite table without hashes, chain or indexes. Goal: at or above 0.8 of the plain one.
/// </summary>
[SimpleJob(warmupCount: 3, iterationCount: 12, invocationCount: 1)]
public class AppendBenchmark
{
    private const int Callers = 64;
    private const int Appends = 6400;

    private readonly string folder = Directory.CreateTempSubdirectory("audit-bench").FullName;
    private readonly byte[] row = new byte[420];
    private readonly Channel<TaskCompletionSource> queue = Channel.CreateBounded<TaskCompletionSource>(4096);
    private ServiceProvider services = null!;
    private IAuditLog log = null!;
    private Task writing = Task.CompletedTask;

    [GlobalSetup]
    public async Task Setup()
    {
        services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddStorage(Path.Combine(folder, "portal.db"))
            .AddAudit(new AuditPlaces(Path.Combine(folder, "key.pem"), Path.Combine(folder, "checkpoints"), AuditPlaces.DefaultOrigin)).BuildServiceProvider();
        await services.MigrateStoreAsync(CancellationToken.None);
        log = services.GetRequiredService<IAuditLog>();
        writing = Task.Run(WriteAsync);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Appends)]
    public Task PlainGroupCommit() => AllAsync(async _ =>
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await queue.Writer.WriteAsync(done);
        await done.Task;
    });

    [Benchmark(OperationsPerInvoke = Appends)]
    public Task AuditAppends() => AllAsync(n => log.AppendAsync(Entry(n), CancellationToken.None).AsTask());

    [GlobalCleanup]
    public async Task Cleanup()
    {
        queue.Writer.Complete();
        await writing;
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static AuditEntry Entry(int n) => new(AuditAct.RecordRead, Allowed: true)
    {
        Account = Guid.Empty.ToString(),
        Session = new string('0', 64),
        Subject = $"patient-{n % 500}",
        Roles = [Role.Member],
        Category = Category.Claims,
        Purpose = PurposeOfUse.PatientRequest,
        Need = NeedKind.Self,
        Rule = "OneselfMayReadTheOwnRecord",
    };

    private static Task AllAsync(Func<int, Task> append) => Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
    {
        for (var n = caller; n < Appends; n += Callers)
            await append(n);
    })));

    private async Task WriteAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "plain.db")}");
        await connection.OpenAsync();
        await using var make = connection.CreateCommand();
        make.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE Plain (Sequence INTEGER PRIMARY KEY, Entry BLOB NOT NULL)";
        await make.ExecuteNonQueryAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Plain (Entry) VALUES ($entry)";
        insert.Parameters.AddWithValue("$entry", row);
        var batch = new List<TaskCompletionSource>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < 256 && queue.Reader.TryRead(out var next))
                batch.Add(next);
            using (var transaction = connection.BeginTransaction(deferred: false))
            {
                insert.Transaction = transaction;
                batch.ForEach(_ => insert.ExecuteNonQuery());
                transaction.Commit();
            }
            batch.ForEach(done => done.SetResult());
            batch.Clear();
        }
    }
}
