using System.Security.Cryptography;

namespace PrivacyPortal.Services.Values;

/// <summary>Random characters that can be said on the telephone and read off paper: no I, L, O or U; five bits each.</summary>
internal static class SayableCode
{
    internal const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new one, in groups of four.</summary>
    internal static string New(int characters) => string.Join('-', RandomNumberGenerator.GetString(Alphabet, characters).Chunk(4).Select(group => new string(group)));

    /// <summary>The character that was meant: small letters are large ones, and O, I and L are taken for what they look like.</summary>
    internal static char Meant(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    };
}
