using System.Text;
using System.Text.Json;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>
/// Walks a file of any size in one pass and hands out the entries of a bundle one after the other. The buffer holds one
/// entry at most; the bytes of an entry are only valid while it is handed out.
/// </summary>
internal sealed class EntryScanner
{
    public const int MostBytes = 32 * 1024 * 1024;

    private readonly Decoder _utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private readonly char[] _checked = new char[64 * 1024];
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;
    private bool _inEntries, _seenRoot;
    private int _entry;

    public string? ResourceType { get; private set; }

    public string? BundleType { get; private set; }

    public void Scan(Stream stream, Action<int, ReadOnlyMemory<byte>> onEntry)
    {
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = 128 });
        var atStart = true;
        for (var end = false; !end;)
        {
            end = !Fill(stream);
            var from = atStart ? SkipMark() : 0;
            atStart = false;
            var reader = new Utf8JsonReader(_buffer.AsSpan(from, _filled - from), end, state);
            try
            {
                Walk(ref reader, _buffer.AsMemory(from), onEntry);
            }
            catch (JsonException)
            {
                throw new ImportRefusal(!end ? "It is not JSON" : _seenRoot ? "It ends too early: the file is truncated" : "It is not JSON");
            }

            state = reader.CurrentState;
            Keep(from + (int)reader.BytesConsumed);
        }

        if (ResourceType is null) throw new ImportRefusal("It is not FHIR: there is no resourceType");
    }

    private void Walk(ref Utf8JsonReader reader, ReadOnlyMemory<byte> window, Action<int, ReadOnlyMemory<byte>> onEntry)
    {
        while (true)
        {
            var before = reader;
            if (!reader.Read()) return;
            if (!_seenRoot)
            {
                if (reader.TokenType != JsonTokenType.StartObject) throw new ImportRefusal("It is not FHIR: it does not start with an object");
                _seenRoot = true;
            }
            else if (_inEntries)
            {
                if (!TakeEntry(ref reader, before, window, onEntry)) return;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && !TakeProperty(ref reader, before)) return;
        }
    }

    private bool TakeEntry(ref Utf8JsonReader reader, Utf8JsonReader before, ReadOnlyMemory<byte> window, Action<int, ReadOnlyMemory<byte>> onEntry)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _inEntries = false;
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartObject) throw new ImportRefusal("It is not FHIR: an entry is not an object");
        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            reader = before;
            return false;
        }

        onEntry(++_entry, window[start..(int)reader.BytesConsumed]);
        return true;
    }

    private bool TakeProperty(ref Utf8JsonReader reader, Utf8JsonReader before)
    {
        var name = reader.GetString();
        if (!reader.Read())
        {
            reader = before;
            return false;
        }

        if (name == "entry" && reader.TokenType == JsonTokenType.StartArray) _inEntries = true;
        else if (name == "resourceType" && reader.TokenType == JsonTokenType.String) ResourceType = reader.GetString();
        else if (name == "type" && reader.TokenType == JsonTokenType.String) BundleType = reader.GetString();
        else if (!reader.TrySkip())
        {
            reader = before;
            return false;
        }

        return true;
    }

    private bool Fill(Stream stream)
    {
        if (_filled == _buffer.Length)
        {
            if (_buffer.Length >= MostBytes) throw new ImportRefusal($"One entry is larger than {MostBytes / 1024 / 1024} MB");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _filled, _buffer.Length - _filled);
        CheckEncoding(_buffer.AsSpan(_filled, read), read == 0);
        _filled += read;
        return read > 0;
    }

    private void CheckEncoding(ReadOnlySpan<byte> bytes, bool end)
    {
        try
        {
            for (var done = false; !done;)
            {
                _utf8.Convert(bytes, _checked, end, out var used, out _, out done);
                bytes = bytes[used..];
            }
        }
        catch (DecoderFallbackException)
        {
            throw new ImportRefusal("It is not UTF-8 text");
        }
    }

    private int SkipMark()
    {
        if (_filled > 1 && (_buffer[0] == 0 || _buffer[1] == 0)) throw new ImportRefusal("It is not UTF-8 text");
        return _buffer.AsSpan(0, _filled).StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    private void Keep(int consumed)
    {
        _buffer.AsSpan(consumed, _filled - consumed).CopyTo(_buffer);
        _filled -= consumed;
    }
}
