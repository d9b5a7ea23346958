using System.Text;
using PrivacyPortal.RecordSystem.Import;

namespace PrivacyPortal.Tests.RecordSystem;

public sealed class EntryScannerTests
{
    [Fact]
    public void A_file_of_sixty_megabytes_is_read_in_less_than_one()
    {
        const int entries = 30_000;
        using var file = new EndlessEntries(entries);
        var (seen, bytes) = (0, 0L);
        var before = GC.GetAllocatedBytesForCurrentThread();
        new EntryScanner().Scan(file, (_, entry) => (seen, bytes) = (seen + 1, bytes + entry.Length));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(entries, seen);
        Assert.True(bytes > 60_000_000, $"only {bytes} bytes");
        Assert.True(allocated < 1_000_000, $"{allocated} bytes were allocated");
    }

    [Theory]
    [InlineData(1, 300)]
    [InlineData(7, 3_000)]
    [InlineData(50_000, 90_000)]
    [InlineData(1_000_000, 90_000)]
    public void Entries_are_whole_however_the_file_arrives(int chunk, int length)
    {
        var first = $$$"""{"resource":{"resourceType":"Patient","name":[{"family":"{{{new string('ü', length)}}}"}]}}""";
        const string second = """{"resource":{"resourceType":"Patient","id":"b"}}""";
        var text = $$"""{"entry":[{{first}} , {{second}}], "link":[{"url":"x"}],"type":"batch","resourceType":"Bundle"}""";
        using var stream = new Chunked(Encoding.UTF8.GetBytes(text), chunk);
        var seen = new List<string>();
        var scanner = new EntryScanner();
        scanner.Scan(stream, (_, entry) => seen.Add(Encoding.UTF8.GetString(entry.Span)));
        Assert.Equal([first, second], seen);
        Assert.Equal(("Bundle", "batch"), (scanner.ResourceType, scanner.BundleType));
    }

    private sealed class Chunked(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
    }

    /// <summary>A bundle that is made while it is read, so that the test itself holds nothing.</summary>
    private sealed class EndlessEntries(int entries) : MemoryStream
    {
        private static readonly byte[] Head = """{"resourceType":"Bundle","type":"collection","entry":["""u8.ToArray();
        private static readonly byte[] Entry = Encoding.UTF8.GetBytes($$$"""{"resource":{"resourceType":"Basic","text":"{{{new string('x', 2000)}}}"}}""");
        private static readonly byte[] Comma = ","u8.ToArray();
        private static readonly byte[] Tail = "]}"u8.ToArray();
        private int _part = -1, _at;
        private byte[] _current = Head;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _current.Length)
            {
                _at = 0;
                _part++;
                if (_part > entries * 2 - 1) return 0;
                _current = _part == entries * 2 - 1 ? Tail : _part % 2 == 0 ? Entry : Comma;
            }

            var read = Math.Min(count, _current.Length - _at);
            _current.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
            _at += read;
            return read;
        }
    }
}
