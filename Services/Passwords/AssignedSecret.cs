using System.Security.Cryptography;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Passwords;

/// <summary>The secret of an assigned password: 138 random bits in groups of four, without look-alike characters. Prints nothing (C7).</summary>
[Enforces(Clauses.AssignedFirst)]
public sealed class AssignedSecret
{
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 28;

    private readonly string value;

    private AssignedSecret(string value) => this.value = value;

    /// <summary>A new one.</summary>
    public static AssignedSecret Generate() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>As it is handed over, such as <c>k7qp-…</c>. Call it only where the secret leaves the portal.</summary>
    public string Reveal() => string.Join('-', value.Chunk(4).Select(group => new string(group)));

    /// <summary>What is hashed, from what was generated or typed: case, spaces and hyphens do not matter when it is copied from paper.</summary>
    public static string Canonical(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Concat(typed.Where(c => c != '-' && !char.IsWhiteSpace(c))).ToLowerInvariant();
    }

    public override string ToString() => nameof(AssignedSecret);
}
