using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Tests.Services.Audit;

public sealed class CheckpointTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 10, 2, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("audit-key").FullName;

    private string KeyFile => Path.Combine(folder, "key.pem");

    [Fact]
    public void What_is_written_is_read_again_and_signed_by_its_key_and_no_other()
    {
        using var key = CheckpointKey.Open(KeyFile);
        using var other = CheckpointKey.Open(KeyFile + "2");
        var signed = Checkpoint.Sign("portal.test/audit", 17, AuditHash.Leaf([1]), At, key);
        var read = Checkpoint.Parse(signed.Text())!;
        Assert.Equal(("portal.test/audit", 17, "2026-03-04T10:02:00.000Z", "cp-000000000017"), (read.Origin, read.Size, read.Time, read.FileName));
        Assert.True(read.IsSignedBy(key.Public()));
        Assert.False(read.IsSignedBy(other.Public()));
        Assert.False((read with { Size = 18 }).IsSignedBy(key.Public()));
    }

    [Fact]
    public void No_byte_of_a_checkpoint_can_be_another()
    {
        using var key = CheckpointKey.Open(KeyFile);
        using var publicKey = key.Public();
        var text = Checkpoint.Sign("portal.test/audit", 17, AuditHash.Leaf([1]), At, key).Text();
        for (var i = 0; i < text.Length; i++)
        {
            var changed = text.ToArray();
            changed[i] ^= 1;
            Assert.False(Checkpoint.Parse(changed) is { } read && read.IsSignedBy(publicKey), $"byte {i}");
        }
    }

    [Fact]
    public void A_key_that_others_may_read_is_not_used()
    {
        CheckpointKey.Open(KeyFile).Dispose();
        if (OperatingSystem.IsWindows())
            return; // it has no such modes
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains("0600", Assert.Throws<InvalidOperationException>(() => CheckpointKey.Open(KeyFile)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_key_is_said_to_be_none()
    {
        File.WriteAllText(KeyFile, "nothing");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Throws<InvalidOperationException>(() => CheckpointKey.Open(KeyFile));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
