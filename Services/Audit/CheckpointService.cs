using Microsoft.Extensions.Hosting;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Audit;

/// <summary>Has the log signed at start, every 1,000 entries, when an entry has waited half a minute, and at the end: a checkpoint is never more than 60 s behind.</summary>
[Enforces(Clauses.Proactive)]
internal sealed class CheckpointService(CheckpointSigner signer, TimeProvider clock) : BackgroundService
{
    internal const long Entries = 1000;
    internal static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await signer.SignAsync(stoppingToken);
            using var timer = new PeriodicTimer(Look, clock);
            var last = clock.GetTimestamp();
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // an idle portal reads its history again now and then, too
                if (clock.GetElapsedTime(last) < Wait && !ManyWait())
                    continue;
                await signer.SignAsync(stoppingToken);
                last = clock.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await signer.SignAsync(cancellationToken);
    }

    private bool ManyWait()
    {
        try
        {
            return signer.Unsigned() >= Entries;
        }
        catch (System.Data.Common.DbException)
        {
            return false; // a busy or broken store is found and reported when the half minute is over
        }
    }
}
