using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.App.Startup;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Operations;

/// <summary>
/// Whether the portal can do what it is for: ask its store and change it, use its keys, write the audit, on a disk with room. A record system that does not
/// answer is said and does not make it "not ready": people still sign in, close their password and read the statement, and no other node would reach more.
/// </summary>
internal sealed class Readiness(
    IDbContextFactory<PortalDb> store, IDataProtectionProvider keys, AuditHealth audit, RecordSystemState records, DataDirectory data, Drain drain, IOptions<HealthOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal async Task<ReadinessReport> AskAsync(CancellationToken cancel)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(Patience);
        var asked = GoodAsync(() => AskStoreAsync(limited.Token));
        // a store that waits for another's lock does not look at the token
        var answers = await asked.WaitAsync(Patience, CancellationToken.None).ContinueWith(done => done.IsCompletedSuccessfully && done.Result, TaskScheduler.Default);
        return new(!drain.Begun, answers, Good(UseKeys), audit.Green, Good(HasRoom), records.Reachable);
    }

    private async Task<bool> AskStoreAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        // begins a change and takes it back: a store that can only be read is no place for an audit
        await using var change = await db.Database.BeginTransactionAsync(cancel);
        await db.Users.Where(user => user.Id == "").ExecuteDeleteAsync(cancel);
        await change.RollbackAsync(cancel);
        return true;
    }

    private bool UseKeys()
    {
        var protector = keys.CreateProtector("health");
        return protector.Unprotect(protector.Protect([1])) is [1];
    }

    private bool HasRoom() => new DriveInfo(data.Path).AvailableFreeSpace >= options.Value.LeastFreeMiB * 1024L * 1024L;

    private static bool Good(Func<bool> ask) => GoodAsync(() => Task.FromResult(ask())).GetAwaiter().GetResult();

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails is one answer: this part is not ready. Why is in the log of whoever met it.")]
    private static async Task<bool> GoodAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception)
        {
            return false;
        }
    }
}
