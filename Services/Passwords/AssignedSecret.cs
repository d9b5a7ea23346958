using System.Security.Cryptography;
using System.Text;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Passwords;

/// <summary>
/// The secret of an assigned password: 138 random bits in groups of four, without look-alike characters. It has two halves, so that it can travel by
/// two ways: three groups (59 bits) and four groups (79 bits). Prints nothing (C7).
/// </summary>
[Enforces(Clauses.AssignedFirst)]
public sealed class AssignedSecret
{
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int FirstLength = 12;
    private const int SecondLength = 16;

    private readonly string value;

    private AssignedSecret(string value) => this.value = value;

    /// <summary>A new one.</summary>
    public static AssignedSecret Generate() => new(RandomNumberGenerator.GetString(Alphabet, FirstLength + SecondLength));

    /// <summary>A new first half, which is read out.</summary>
    internal static AssignedSecret GenerateFirstHalf() => new(RandomNumberGenerator.GetString(Alphabet, FirstLength));

    /// <summary>A new second half, which is sent.</summary>
    internal static AssignedSecret GenerateSecondHalf() => new(RandomNumberGenerator.GetString(Alphabet, SecondLength));

    /// <summary>As it is handed over, such as <c>k7qp-…</c>. Call it only where the secret leaves the portal.</summary>
    public string Reveal() => string.Join('-', value.Chunk(4).Select(group => new string(group)));

    /// <summary>
    /// What is hashed, from what was generated or typed: case, spaces and hyphens do not matter when it is copied from paper. The first half stands in
    /// it as a digest, so that a whole can be hashed by whoever has only the digest of one half and makes the other.
    /// </summary>
    public static string Canonical(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var plain = Plain(typed);
        return IsWhole(plain) ? Joined(DigestOf(plain[..FirstLength]), plain[FirstLength..]) : plain;
    }

    /// <summary>Whether what was typed looks like an assigned secret.</summary>
    internal static bool HasForm(string typed) => typed.Length <= 1024 && IsWhole(Plain(typed));

    internal static string FirstHalfDigest(AssignedSecret firstHalf) => DigestOf(firstHalf.value);

    /// <summary>What is hashed of a whole whose first half is known by its digest only.</summary>
    internal static string Canonical(string firstHalfDigest, AssignedSecret secondHalf) => Joined(firstHalfDigest, secondHalf.value);

    public override string ToString() => nameof(AssignedSecret);

    private static string Joined(string firstHalfDigest, string secondHalf) => $"{firstHalfDigest}:{secondHalf}";

    private static bool IsWhole(string plain) => plain.Length == FirstLength + SecondLength && plain.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    private static string DigestOf(string firstHalf) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"first half of an assigned password:{firstHalf}")));

    private static string Plain(string typed) => string.Concat(typed.Where(c => c != '-' && !char.IsWhiteSpace(c))).ToLowerInvariant();
}
