using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Services.Concerns;

/// <summary>The numbers of concerns, and the words by which visitors find their answers.</summary>
internal static class ConcernNumbers
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int LongestTyped = 64;

    // 40 random bits: it opens nothing, it only has to be sayable and new
    internal static string New() => "C-" + RandomNumberGenerator.GetString(Letters, 8).Insert(4, "-");

    // 80 random bits: with the number it opens the answer
    internal static string NewWord() => RandomNumberGenerator.GetString(Letters, 16).Insert(12, "-").Insert(8, "-").Insert(4, "-");

    internal static string Digest(string word) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Plain(word))));

    /// <summary>A number as it was given, from how people type it; null when it cannot be one.</summary>
    internal static string? Read(string typed) => Plain(typed) is { Length: 9 } plain && plain[0] == 'C' ? $"C-{plain[1..5]}-{plain[5..]}" : null;

    internal static bool IsWord(string typed) => Plain(typed).Length == 16;

    // read aloud or off paper: small letters, lost dashes, and the letters that are no digits
    private static string Plain(string typed) => typed.Length > LongestTyped ? "" : new([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(letter => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => letter,
    })]);
}
