using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>A word that is nowhere else in the world: two random halves, by which also a fragment of it is found.</summary>
internal sealed record Canary(string First, string Second)
{
    private const string Letters = "bcdfghjkmnpqrstvwxz";

    internal static Canary New() => new(RandomNumberGenerator.GetString(Letters, 12), RandomNumberGenerator.GetString(Letters, 12));

    internal string Word => First + Second;

    /// <summary>The fragments searched, each of 12 bytes: twelve letters in UTF-8, six in UTF-16.</summary>
    internal IReadOnlyList<(string Encoding, byte[] Bytes)> Fragments =>
    [
        .. new[] { First, Second }.Select(half => ("UTF-8", Encoding.UTF8.GetBytes(half))),
        .. new[] { First[..6], First[6..], Second[..6], Second[6..] }.Select(quarter => ("UTF-16", Encoding.Unicode.GetBytes(quarter))),
    ];
}
