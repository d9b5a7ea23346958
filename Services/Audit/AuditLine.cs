using System.Buffers.Text;

namespace PrivacyPortal.Services.Audit;

/// <summary>
/// Reads the one form that an entry may have: an object without white space, keys in ordinal order, values that are plain ASCII strings, whole numbers
/// or truth values. What has another form was not written by the log, whatever it means.
/// </summary>
internal ref struct AuditLine
{
    internal long Sequence { get; private set; }

    internal ReadOnlySpan<byte> Previous { get; private set; }

    internal ReadOnlySpan<byte> At { get; private set; }

    internal static bool TryRead(ReadOnlySpan<byte> line, out AuditLine read)
    {
        read = default;
        var found = new AuditLine { Sequence = -1 };
        if (line.Length < 2 || line[0] != '{' || line[^1] != '}')
            return false;
        var rest = line[1..^1];
        var last = ReadOnlySpan<byte>.Empty;
        while (true)
        {
            if (!TakeString(ref rest, out var key) || key.SequenceCompareTo(last) <= 0 || !Take(ref rest, (byte)':'))
                return false;
            last = key;
            if (!found.TakeValue(key, ref rest))
                return false;
            if (rest.IsEmpty)
            {
                read = found;
                return read.Sequence >= 0 && read.Previous.Length == 2 * AuditHash.Size && !read.At.IsEmpty;
            }
            if (!Take(ref rest, (byte)','))
                return false;
        }
    }

    private bool TakeValue(ReadOnlySpan<byte> key, scoped ref ReadOnlySpan<byte> rest)
    {
        if (TakeString(ref rest, out var text))
        {
            if (key.SequenceEqual("prev"u8))
                Previous = text;
            else if (key.SequenceEqual("at"u8))
                At = text;
            return !key.SequenceEqual("seq"u8);
        }
        if (TakeWord(ref rest, "true"u8) || TakeWord(ref rest, "false"u8))
            return true;
        // 0 or no leading zero
        if (rest.IsEmpty || !Utf8Parser.TryParse(rest, out long number, out var used) || rest[0] is not (>= (byte)'0' and <= (byte)'9') || (rest[0] == '0' && used > 1))
            return false;
        rest = rest[used..];
        if (key.SequenceEqual("seq"u8))
            Sequence = number;
        return true;
    }

    private static bool TakeString(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (rest.IsEmpty || rest[0] != '"')
            return false;
        var end = rest[1..].IndexOf((byte)'"');
        if (end < 0)
            return false;
        text = rest.Slice(1, end);
        rest = rest[(end + 2)..];
        return !text.ContainsAnyExceptInRange((byte)' ', (byte)'~') && !text.Contains((byte)'\\');
    }

    private static bool Take(scoped ref ReadOnlySpan<byte> rest, byte one)
    {
        if (rest.IsEmpty || rest[0] != one)
            return false;
        rest = rest[1..];
        return true;
    }

    private static bool TakeWord(scoped ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> word)
    {
        if (!rest.StartsWith(word))
            return false;
        rest = rest[word.Length..];
        return true;
    }
}
