using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Tests.Services.Audit;

/// <summary>After six years whole signed stretches go into an archive; the tree, its roots and the verification remain what they were.</summary>
[Trait("clause", "C23")]
public sealed class RetireTests
{
    private const string Blank = "UPDATE Audit SET Entry = x'7B7D' WHERE Sequence = ";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_six_years_the_signed_entries_are_in_the_archive_and_everything_still_verifies()
    {
        await using var store = await OldAsync(years: 6);
        var archive = Path.Combine(store.Folder, "archive");
        Assert.Equal((250, 250), await Retire(store).ToAsync(archive, Stop));
        var archived = VerifyAudit.Folder(archive, store.Verify.PublicKey());
        Assert.Equal((true, 250, 2, 250), (archived.Passed, archived.Entries, archived.Checkpoints, archived.Covered));
        Assert.Equal(250, Number(store, "SELECT COUNT(*) FROM Audit WHERE Entry = x'7B7D'"));
        Assert.True(store.Verify.Store().Passed);
        Assert.True(await store.Signer.SignAsync(Stop)); // the one that ran all the time
        Assert.Null(store.Health.Finding);
        Assert.True(await store.Restarted().Signer.SignAsync(Stop));
        Assert.Throws<SqliteException>(() => Number(store, Blank + "260"));

        var whole = Path.Combine(store.Folder, "whole");
        await Assert.ThrowsAsync<IOException>(() => store.Export.ToAsync(Path.Combine(store.Folder, "half"), null, Stop));
        Assert.Equal((261, true), await store.Export.ToAsync(whole, archive, Stop) is var (entries, _, signed) ? (entries, signed) : default);
        Assert.Equal((true, 261), (VerifyAudit.Folder(whole, store.Verify.PublicKey()) is var report) ? (report.Passed, report.Entries) : default);
    }

    [Fact]
    public async Task Years_later_the_next_stretch_follows_in_the_same_archive_and_in_no_other()
    {
        await using var store = await OldAsync(years: 6);
        var archive = Path.Combine(store.Folder, "archive");
        await Retire(store).ToAsync(archive, Stop);
        Assert.True(await store.Signer.SignAsync(Stop));
        store.Clock.Advance(TimeSpan.FromDays(7 * 365));
        await Assert.ThrowsAsync<InvalidDataException>(() => Retire(store).ToAsync(Path.Combine(store.Folder, "other"), Stop));
        Assert.Equal(250, Number(store, "SELECT COUNT(*) FROM Audit WHERE Entry = x'7B7D'"));
        Assert.Equal((261, 11), await Retire(store).ToAsync(archive, Stop));
        Assert.Equal((true, 261), (VerifyAudit.Folder(archive, store.Verify.PublicKey()) is var report) ? (report.Passed, report.Entries) : default);
        Assert.True(store.Verify.Store().Passed);
    }

    [Fact]
    public async Task An_archive_that_was_written_before_the_machine_went_down_is_finished()
    {
        await using var store = await OldAsync(years: 6, export: true);
        Assert.Equal((250, 250), await Retire(store).ToAsync(Path.Combine(store.Folder, "export"), Stop));
        Assert.True(store.Verify.Store().Passed);
    }

    [Fact]
    public async Task Before_six_years_nothing_is_touched()
    {
        await using var store = await OldAsync(years: 5);
        var archive = Path.Combine(store.Folder, "archive");
        Assert.Equal((0, 0), await Retire(store).ToAsync(archive, Stop));
        Assert.False(Directory.Exists(archive));
    }

    [Theory]
    [InlineData(5, 0, AuditFault.HashDiffers)]
    [InlineData(6, 255, AuditFault.HashDiffers)]
    [InlineData(6, 7, AuditFault.HashDiffers)]
    public async Task An_entry_that_is_gone_too_early_or_out_of_the_row_is_found(int years, int row, AuditFault fault)
    {
        await using var store = await OldAsync(years);
        store.Tamper(Blank + row);
        var found = store.Verify.Store().FirstBadRow;
        Assert.Equal((fault, (long?)row), (found!.Fault, found.Row));
        await Assert.ThrowsAsync<InvalidDataException>(() => Retire(store).ToAsync(Path.Combine(store.Folder, "archive"), Stop));
    }

    [Fact]
    public async Task A_hash_that_was_changed_under_a_retired_entry_is_found_by_the_root()
    {
        await using var store = await OldAsync(years: 6);
        await Retire(store).ToAsync(Path.Combine(store.Folder, "archive"), Stop);
        store.Tamper("UPDATE Audit SET LeafHash = zeroblob(32) WHERE Sequence = 249");
        Assert.False(store.Verify.Store().Passed);
    }

    private static RetireAudit Retire(AuditStore store) => store.Services.GetRequiredService<RetireAudit>();

    private static async Task<AuditStore> OldAsync(int years, bool export = false)
    {
        var store = await AuditStore.MakeAsync();
        foreach (var entries in new[] { 150, 100 })
        {
            await store.AppendAsync(entries);
            Assert.True(await store.Signer.SignAsync(Stop));
        }
        if (export)
            await store.Export.ToAsync(Path.Combine(store.Folder, "export"), null, Stop);
        store.Clock.Advance(TimeSpan.FromDays((365 * years) + 3));
        await store.AppendAsync(10);
        return store;
    }

    private static long Number(AuditStore store, string sql)
    {
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }
}
