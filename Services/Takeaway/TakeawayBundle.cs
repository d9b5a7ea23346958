using System.Security.Cryptography;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Takeaway;

/// <summary>The copies as one FHIR bundle, in memory that is nobody else's and is overwritten when it was sent. It is never a file here (C11, C12).</summary>
[Enforces(Clauses.NotStored, Clauses.OnlyWhileViewing)]
public sealed class TakeawayBundle : IDisposable
{
    private readonly byte[] bytes;

    private TakeawayBundle(byte[] bytes, int entries, int missing) => (this.bytes, Entries, Missing) = (bytes, entries, missing);

    public int Entries { get; }

    /// <summary>How many others the entries refer to that are not in it: about somebody else, or not in the record system.</summary>
    public int Missing { get; }

    /// <summary>Puts them together; the copies are overwritten as they are taken.</summary>
    public static TakeawayBundle Of(IReadOnlyList<RecordCopy> copies)
    {
        ArgumentNullException.ThrowIfNull(copies);
        // several parts refer to the same doctor
        var whole = copies.Where(copy => copy.Json.Length > 0).DistinctBy(copy => (copy.Type, copy.Id)).ToList();
        var before = """{"resourceType":"Bundle","type":"collection","entry":["""u8;
        var open = """{"resource":"""u8;
        var close = "}"u8;
        var after = "]}"u8;
        // FHIR has no empty list
        if (whole.Count == 0)
            return new TakeawayBundle("""{"resourceType":"Bundle","type":"collection"}"""u8.ToArray(), 0, 0);
        var there = whole.Select(copy => $"{copy.Type}/{copy.Id}").ToHashSet(StringComparer.Ordinal);
        var missing = whole.SelectMany(copy => copy.References()).Distinct(StringComparer.Ordinal).Count(reference => !there.Contains(reference));
        var length = before.Length + after.Length + whole.Count - 1 + whole.Sum(copy => copy.Json.Length) + (whole.Count * (open.Length + close.Length));
        var bytes = new byte[length];
        var rest = bytes.AsSpan();
        Put(before, ref rest);
        for (var entry = 0; entry < whole.Count; entry++)
        {
            if (entry > 0)
                Put(","u8, ref rest);
            Put(open, ref rest);
            Put(whole[entry].Json, ref rest);
            Put(close, ref rest);
        }
        Put(after, ref rest);
        foreach (var twice in copies)
            twice.Clear();
        return new TakeawayBundle(bytes, whole.Count, missing);
    }

    /// <summary>To be sent over the live connection; reads the bundle itself and copies nothing.</summary>
    public Stream Read() => new MemoryStream(bytes, writable: false);

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);

    public override string ToString() => nameof(TakeawayBundle);

    private static void Put(ReadOnlySpan<byte> part, ref Span<byte> rest)
    {
        part.CopyTo(rest);
        rest = rest[part.Length..];
    }
}
