using System.Runtime.InteropServices;

namespace PrivacyPortal.Services.Access;

/// <summary>The key under which a relationship stands. Its hash is made for speed: both ids come from stores that are ours, not from a visitor.</summary>
internal readonly record struct AccountAndRecord(string Account, string Record)
{
    public bool Equals(AccountAndRecord other) =>
        string.Equals(Record, other.Record, StringComparison.Ordinal) && string.Equals(Account, other.Account, StringComparison.Ordinal);

    public override int GetHashCode() => (int)(Mix(Mix(0x9E3779B97F4A7C15, Account), Record) >> 32);

    public override string ToString() => nameof(AccountAndRecord);

    private static ulong Mix(ulong hash, string text)
    {
        foreach (var word in MemoryMarshal.Cast<char, ulong>(text))
            hash = (ulong.RotateLeft(hash, 23) ^ word) * 0x9E3779B97F4A7C15;
        for (var at = text.Length & ~3; at < text.Length; at++)
            hash = (ulong.RotateLeft(hash, 23) ^ text[at]) * 0x9E3779B97F4A7C15;
        return hash;
    }
}
