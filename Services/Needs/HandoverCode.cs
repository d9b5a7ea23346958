using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Services.Needs;

/// <summary>Twelve characters that nobody guesses (60 random bits) and that can be said on the telephone: no I, L, O or U.</summary>
internal static class HandoverCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    /// <summary>A new one, in groups of four.</summary>
    internal static string New() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(4).Select(group => new string(group)));

    /// <summary>What is kept of it; null when the text cannot be one. Spaces, hyphens and case do not matter, and O and I are taken for what they look like.</summary>
    internal static string? Digest(string? typed)
    {
        if (typed is not { Length: <= 64 })
            return null;
        var code = new string([.. typed.ToUpperInvariant().Where(c => c != '-' && !char.IsWhiteSpace(c)).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
        return code.Length == Length && code.All(Alphabet.Contains) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code))) : null;
    }
}
