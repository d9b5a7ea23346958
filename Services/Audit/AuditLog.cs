using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Storage;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// The one writer of the log. Callers queue an entry and wait; the writer takes all that wait, writes them in one durable transaction and answers
/// each: a group commit, so that durability is no bottleneck. A batch that fails, fails for every caller in it.
/// </summary>
/// <remarks>Starts on the first append, ends when disposed. C13, C23: what is not written here is not shown.</remarks>
[Enforces(Clauses.AccessByNeed)]
internal sealed class AuditLog : IAuditLog, IAsyncDisposable
{
    private const int MostInOneCommit = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromMicroseconds(300);

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(4096);
    private readonly StoreConnection store;
    private readonly AuditWriter writer;
    private readonly TimeProvider clock;
    private readonly AuditWritten? written;
    private readonly Task writing;

    public AuditLog(StoreConnection store, TimeProvider clock, AuditWritten? written = null)
    {
        (this.store, writer, this.clock, this.written) = (store, AuditWriter.For(store), clock, written);
        writing = Task.Run(WriteAsync);
    }

    public async ValueTask<long> AppendAsync(AuditEntry entry, CancellationToken cancel)
    {
        AuditJson.Check(entry); // here, so that a line that the log does not take fails alone and not its whole batch
        var waiting = new Waiting(entry, new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await queue.Writer.WriteAsync(waiting, cancel);
        }
        catch (ChannelClosedException closed)
        {
            throw new AuditUnavailableException("The audit log is closed.", closed);
        }
        // Once queued it will be written: waiting for the answer is not cancelled, or a row could exist that nobody knows of.
        return await waiting.Written.Task;
    }

    public async Task SaveAsync(PortalDb changes, AuditEntry entry, CancellationToken cancel)
    {
        try
        {
            await using var transaction = await changes.Database.BeginTransactionAsync(cancel);
            await changes.SaveChangesAsync(cancel);
            AuditRows.Append(store, transaction.GetDbTransaction(), entry, clock.GetUtcNow());
            await transaction.CommitAsync(cancel);
            written?.Raise([entry]);
        }
        catch (DbException failed)
        {
            throw new AuditUnavailableException("The change and its audit row cannot be written.", failed);
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
        writer.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(MostInOneCommit);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostInOneCommit && queue.Reader.TryRead(out var next))
                batch.Add(next);
            try
            {
                var first = writer.Write([.. batch.Select(w => w.Entry)], clock.GetUtcNow());
                for (var i = 0; i < batch.Count; i++)
                    batch[i].Written.SetResult(first + i);
                written?.Raise(batch.Select(w => w.Entry));
            }
            catch (DbException failed)
            {
                batch.ForEach(w => w.Written.TrySetException(new AuditUnavailableException("The audit log cannot be written.", failed)));
            }
            catch (Exception unexpected) when (Answer(batch, unexpected))
            {
            }
            await GatherAsync(batch.Count);
            batch.Clear();
        }
    }

    // Those who were just answered often have the next entry ready at once: a moment's patience makes one commit of two halves.
    private async Task GatherAsync(int answered)
    {
        for (var since = Stopwatch.GetTimestamp(); answered > 1 && queue.Reader.Count < answered && Stopwatch.GetElapsedTime(since) < Patience;)
            await Task.Yield();
    }

    // The writer outlives any one failure: the next batch is tried afresh.
    private static bool Answer(List<Waiting> batch, Exception failed)
    {
        batch.ForEach(w => w.Written.TrySetException(new AuditUnavailableException("The audit log cannot be written.", failed)));
        return true;
    }

    private sealed record Waiting(AuditEntry Entry, TaskCompletionSource<long> Written);
}
