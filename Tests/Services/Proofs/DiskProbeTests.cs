using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.Tests.Services.Proofs;

[Trait("clause", "C11")]
public sealed class DiskProbeTests : IDisposable
{
    private const string Mark = "mark-of-a-made-up-member";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disk-probe-");

    [Fact]
    public async Task A_socket_of_the_runtime_beside_the_files_does_not_keep_it_from_measuring()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder.FullName, "diagnostic-socket")));
        Write("a.log", "nothing of anyone"u8.ToArray());
        Assert.Equal(ProofState.Kept, (await MeasureAsync(Mark)).State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mark_is_found_in_either_encoding_across_the_edge_of_what_is_read_at_once(bool wide)
    {
        byte[] text = [.. new byte[128 * 1024 - 7], .. (wide ? Encoding.Unicode : Encoding.UTF8).GetBytes(Mark)];
        Write("deep/in/a.tmp", text);
        var measured = await MeasureAsync(Mark);
        Assert.Equal(ProofState.NotKept, measured.State);
        Assert.Equal([1, 1], measured.Figures);
    }

    [Fact]
    public async Task A_database_that_the_portal_has_open_is_searched_and_stays_locked_by_it()
    {
        var file = Path.Combine(folder.FullName, "portal.db");
        await using var open = new SqliteConnection($"Data Source={file};Pooling=False");
        await open.OpenAsync(TestContext.Current.CancellationToken);
        await using var write = open.CreateCommand();
        write.CommandText = $"PRAGMA journal_mode=WAL; CREATE TABLE t (word); INSERT INTO t VALUES ('{Mark}')";
        await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var before = LocksOn(file) + LocksOn(file + "-shm");
        Assert.NotEqual(0, before);
        Assert.Equal(ProofState.NotKept, (await MeasureAsync(Mark)).State);
        Assert.Equal(ProofState.NotKept, (await MeasureAsync(Mark)).State);
        Assert.Equal(before, LocksOn(file) + LocksOn(file + "-shm"));
    }

    [Fact]
    public async Task Without_marks_it_says_that_nothing_was_measured()
    {
        Write("a.log", "nothing of anyone"u8.ToArray());
        Assert.Equal(ProofState.NotMeasured, (await MeasureAsync()).State);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task<Measured> MeasureAsync(params string[] marks)
    {
        var options = new CanaryOptions();
        foreach (var mark in marks)
            options.Marks.Add(mark);
        return new DiskProbe(new SearchedFolders([folder.FullName]), Options.Create(options)).MeasureAsync(TestContext.Current.CancellationToken);
    }

    // the system's own list: a line a lock, with the process and the file's number in it
    private static int LocksOn(string file)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%i", file]) { RedirectStandardOutput = true })!;
        var number = stat.StandardOutput.ReadToEnd().Trim();
        stat.WaitForExit();
        return File.ReadAllLines("/proc/locks").Count(line => line.Contains(" POSIX ", StringComparison.Ordinal) && line.Contains($" {Environment.ProcessId} ", StringComparison.Ordinal) && line.Contains($":{number} ", StringComparison.Ordinal));
    }

    private void Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
