namespace PrivacyPortal.Services.Audit;

/// <summary>The lines of an exported log, one after the other in one buffer: memory does not grow with the file.</summary>
internal sealed class AuditLines(Stream stream)
{
    private readonly byte[] buffer = new byte[1 << 20];
    private int start;
    private int end;

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
}
