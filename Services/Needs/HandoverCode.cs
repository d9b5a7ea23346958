using System.Security.Cryptography;
using System.Text;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Needs;

/// <summary>Twelve characters that nobody guesses: 60 random bits.</summary>
internal static class HandoverCode
{
    private const int Length = 12;

    /// <summary>A new one, in groups of four.</summary>
    internal static string New() => SayableCode.New(Length);

    /// <summary>What is kept of it; null when the text cannot be one. Spaces, hyphens and case do not matter, and O and I are taken for what they look like.</summary>
    internal static string? Digest(string? typed)
    {
        if (typed is not { Length: <= 64 })
            return null;
        var code = new string([.. typed.Where(c => c != '-' && !char.IsWhiteSpace(c)).Select(SayableCode.Meant)]);
        return code.Length == Length && code.All(SayableCode.Alphabet.Contains) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code))) : null;
    }
}
