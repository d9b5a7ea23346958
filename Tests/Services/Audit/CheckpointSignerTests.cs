using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Tests.Services.Audit;

[Trait("clause", "C23")]
public sealed class CheckpointSignerTests
{
    [Fact]
    public async Task It_signs_what_is_there_once_and_what_comes_after_in_a_checkpoint_of_its_own()
    {
        await using var store = await AuditStore.MakeAsync();
        Assert.True(await store.Signer.SignAsync(TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(store.Places.Checkpoints)); // nothing to sign yet
        await store.AppendAsync(3);
        Assert.Equal(3, store.Signer.Unsigned());
        await store.Signer.SignAsync(TestContext.Current.CancellationToken);
        await store.Signer.SignAsync(TestContext.Current.CancellationToken);
        await store.AppendAsync(2);
        await store.Signer.SignAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["cp-000000000003", "cp-000000000005"], Files(store));
        Assert.True(store.Health.Green);
        Assert.Equal((5, 0), (store.Health.Newest!.Value.Size, store.Signer.Unsigned()));
    }

    [Fact]
    public async Task After_a_restart_it_verifies_everything_and_goes_on()
    {
        await using var store = await SignedAsync(5);
        var (signer, health) = store.Restarted();
        await store.AppendAsync(1);
        Assert.True(await signer.SignAsync(TestContext.Current.CancellationToken));
        Assert.Equal((true, "cp-000000000006"), (health.Green, Files(store)[^1]));
    }

    [Theory]
    [InlineData("UPDATE Audit SET Entry = CAST(replace(CAST(Entry AS TEXT), '\"ok\":true', '\"ok\":false') AS BLOB) WHERE Sequence = 2")]
    [InlineData("DELETE FROM Audit WHERE Sequence = 2")]
    [InlineData("DELETE FROM Audit WHERE Sequence = 4")]
    [InlineData("DELETE FROM Audit")]
    public async Task It_never_signs_a_history_that_changed_whether_it_was_running_or_not(string tampering)
    {
        foreach (var restart in new[] { false, true })
        {
            await using var store = await SignedAsync(5);
            var (signer, health) = restart ? store.Restarted() : (store.Signer, store.Health);
            store.Tamper(tampering);
            Assert.False(await signer.SignAsync(TestContext.Current.CancellationToken));
            Assert.False(await signer.SignAsync(TestContext.Current.CancellationToken));
            Assert.NotNull(health.Finding);
            Assert.False(health.Green);
            Assert.Equal(["cp-000000000005"], Files(store));
            Assert.False(store.Verify.Store().Passed);
        }
    }

    [Fact]
    public async Task It_knows_a_shortened_log_even_when_its_checkpoints_were_taken_away()
    {
        await using var store = await SignedAsync(5);
        store.Tamper("DELETE FROM Audit WHERE Sequence > 1");
        Directory.Delete(store.Places.Checkpoints, recursive: true);
        var (signer, health) = store.Restarted();
        Assert.False(await signer.SignAsync(TestContext.Current.CancellationToken));
        Assert.Equal((AuditFault.Truncated, 2L), (health.Finding!.Fault, health.Finding.LastRow));
    }

    [Fact]
    public async Task Old_rows_are_read_again_at_every_signing_in_a_log_of_many_tiles()
    {
        await using var store = await SignedAsync(2 * AuditTiles.Rows + 10);
        store.Tamper("UPDATE Audit SET Entry = CAST(replace(CAST(Entry AS TEXT), 'PATRQT', 'HPAYMT') AS BLOB) WHERE Sequence = 1500");
        await store.AppendAsync(1);
        Assert.False(await store.Signer.SignAsync(TestContext.Current.CancellationToken));
        Assert.Equal((AuditFault.NotWhatWasSigned, 1024L, 2047L), (store.Health.Finding!.Fault, store.Health.Finding.Row, store.Health.Finding.LastRow));
    }

    [Fact]
    public async Task Without_a_key_it_can_use_it_says_so_and_tries_again()
    {
        await using var store = await AuditStore.MakeAsync();
        await store.AppendAsync(1);
        await File.WriteAllTextAsync(store.Places.SigningKey, "nothing", TestContext.Current.CancellationToken);
        Assert.False(await store.Signer.SignAsync(TestContext.Current.CancellationToken));
        Assert.True(store.Health.CannotSign);
        File.Delete(store.Places.SigningKey);
        Assert.True(await store.Signer.SignAsync(TestContext.Current.CancellationToken));
        Assert.True(store.Health.Green);
    }

    [Fact]
    public async Task The_service_signs_at_start_within_a_minute_at_a_thousand_entries_and_at_the_end()
    {
        await using var store = await AuditStore.MakeAsync();
        await store.AppendAsync(1);
        var service = store.Services.GetServices<IHostedService>().OfType<CheckpointService>().Single();
        await service.StartAsync(TestContext.Current.CancellationToken);
        await WithinAsync(store, seconds: 0, "cp-000000000001");
        await store.AppendAsync(1);
        await WithinAsync(store, seconds: 60, "cp-000000000002");
        await store.AppendAsync(1000); // ten seconds by this clock
        await WithinAsync(store, seconds: 5, "cp-000000001002");
        await store.AppendAsync(1);
        await service.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal("cp-000000001003", Files(store)[^1]);
    }

    private static async Task<AuditStore> SignedAsync(int entries)
    {
        var store = await AuditStore.MakeAsync();
        await store.AppendAsync(entries);
        Assert.True(await store.Signer.SignAsync(TestContext.Current.CancellationToken));
        return store;
    }

    private static string[] Files(AuditStore store) => [.. Directory.GetFiles(store.Places.Checkpoints).Select(file => Path.GetFileName(file)).Order()];

    // by the test's clock, second by second; at each the service is given time to work
    private static async Task WithinAsync(AuditStore store, int seconds, string file)
    {
        for (var passed = 0; !await IsThereAsync(store, file, tries: passed == seconds ? 500 : 5); passed++)
        {
            Assert.True(passed < seconds, $"{file} was not signed");
            store.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task<bool> IsThereAsync(AuditStore store, string file, int tries)
    {
        for (; !File.Exists(Path.Combine(store.Places.Checkpoints, file)) && tries > 0; tries--)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        return File.Exists(Path.Combine(store.Places.Checkpoints, file));
    }
}
