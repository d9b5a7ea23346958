using System.Security.Cryptography;
using System.Text;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Concerns;

/// <summary>The numbers of concerns, and the words by which visitors find their answers.</summary>
internal static class ConcernNumbers
{
    private const int LongestTyped = 64;

    // 40 random bits: it opens nothing, it only has to be sayable and new
    internal static string New() => "C-" + SayableCode.New(8);

    // 80 random bits: with the number it opens the answer
    internal static string NewWord() => SayableCode.New(16);

    internal static string Digest(string word) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Plain(word))));

    /// <summary>A number as it was given, from how people type it; null when it cannot be one.</summary>
    internal static string? Read(string typed) => Plain(typed) is { Length: 9 } plain && plain[0] == 'C' ? $"C-{plain[1..5]}-{plain[5..]}" : null;

    internal static bool IsWord(string typed) => Plain(typed).Length == 16;

    // dashes and spaces get lost when it is read aloud or off paper
    private static string Plain(string typed) => typed.Length > LongestTyped ? "" : new([.. typed.Where(char.IsAsciiLetterOrDigit).Select(SayableCode.Meant)]);
}
