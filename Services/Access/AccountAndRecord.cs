using System.Runtime.InteropServices;

namespace PrivacyPortal.Services.Access;

/// <summary>The key under which a relationship stands. Its hash is made for speed: both ids come from stores that are ours, not from a visitor.</summary>
internal readonly record struct AccountAndRecord(string Account, string Record)
{
    public bool Equals(AccountAndRecord other) =>
        string.Equals(Record, other.Record, StringComparison.Ordinal) && string.Equals(Account, other.Account, StringComparison.Ordinal);

    public override int GetHashCode() => (int)((Mix(0x9E3779B97F4A7C15, Account) + (Mix(0xC2B2AE3D27D4EB4F, Record) * 3)) >> 32);

    public override string ToString() => nameof(AccountAndRecord);

    // every eight characters for themselves, by their place: the processor multiplies them side by side
    private static ulong Mix(ulong seed, string text)
    {
        var words = MemoryMarshal.Cast<char, ulong>(text);
        var hash = seed + (ulong)text.Length;
        var at = 0;
        for (; at + 1 < words.Length; at += 2)
            hash ^= Fold(words[at] + (seed * (ulong)(at + 1)), words[at + 1] ^ seed);
        if (at < words.Length)
            hash ^= Fold(words[at] + (seed * (ulong)(at + 1)), seed);
        for (at = text.Length & ~3; at < text.Length; at++)
            hash ^= Fold(text[at] + (seed * (ulong)(at + 1)), seed);
        return hash;
    }

    private static ulong Fold(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return high ^ low;
    }
}
