namespace PrivacyPortal.Services.Audit;

/// <summary>The lines of an exported log, one after the other in one buffer: memory does not grow with the file.</summary>
internal sealed class AuditLines(Stream stream)
{
    private readonly byte[] buffer = new byte[1 << 20];
    private int start;
    private int end;

    /// <summary>Writes entries as such lines and says how many.</summary>
    internal static long Write(Stream to, IEnumerable<(long Sequence, byte[] Entry, byte[] LeafHash)> rows, CancellationToken cancel)
    {
        var written = 0L;
        foreach (var (_, entry, _) in rows)
        {
            cancel.ThrowIfCancellationRequested();
            Write(to, entry);
            written++;
        }
        return written;
    }

    /// <summary>Writes all lines that are left here, and says how many.</summary>
    internal long CopyTo(Stream to, CancellationToken cancel)
    {
        var copied = 0L;
        while (Next(out var line))
        {
            cancel.ThrowIfCancellationRequested();
            Write(to, line);
            copied++;
        }
        return copied;
    }

    /// <summary>The next line without its line feed; false at the end. What follows the last line feed, or has none within the buffer, comes as it is.</summary>
    internal bool Next(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var unread = buffer.AsSpan(start, end - start);
            var length = unread.IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = unread[..length];
                start += length + 1;
                return true;
            }
            unread.CopyTo(buffer);
            (start, end) = (0, unread.Length);
            var read = stream.Read(buffer, end, buffer.Length - end);
            end += read;
            if (read > 0)
                continue;
            line = buffer.AsSpan(0, end);
            end = 0;
            return !line.IsEmpty;
        }
    }

    private static void Write(Stream to, ReadOnlySpan<byte> line)
    {
        to.Write(line);
        to.WriteByte((byte)'\n');
    }
}
