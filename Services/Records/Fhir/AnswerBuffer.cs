using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>The bytes of one answer, in memory that is nobody else's and is zeroed when it has been read (C12).</summary>
internal sealed class AnswerBuffer : IDisposable
{
    private const int FirstSize = 32 * 1024;
    private byte[] bytes;
    private int length;

    private AnswerBuffer(int size) => bytes = GC.AllocateUninitializedArray<byte>(size);

    /// <summary>What arrived, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Json
    {
        get
        {
            var all = bytes.AsMemory(0, length);
            return all.Span.StartsWith("\uFEFF"u8) ? all[3..] : all;
        }
    }

    /// <summary>Reads the whole content; null when it is larger than <paramref name="most"/>.</summary>
    public static async Task<AnswerBuffer?> ReadAsync(HttpContent content, int most, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > most)
            return null;
        var buffer = new AnswerBuffer(SizeFor(content.Headers, most));
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancel);
            while (true)
            {
                if (buffer.length == buffer.bytes.Length)
                    buffer.Grow(most);
                var read = await stream.ReadAsync(buffer.bytes.AsMemory(buffer.length), cancel);
                buffer.length += read;
                if (buffer.length > most)
                    break;
                if (read == 0)
                    return buffer;
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
        buffer.Dispose();
        return null;
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        (bytes, length) = ([], 0);
    }

    // one byte more than stated, so that the end is seen without growing
    private static int SizeFor(HttpContentHeaders headers, int most) =>
        headers.ContentLength is { } stated ? (int)stated + 1 : Math.Min(FirstSize, most + 1);

    private void Grow(int most)
    {
        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(bytes.Length * 2L, most + 1L));
        bytes.AsSpan(0, length).CopyTo(larger);
        CryptographicOperations.ZeroMemory(bytes);
        bytes = larger;
    }
}
