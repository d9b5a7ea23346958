using System.Security.Cryptography;
using OtpNet;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>The key of an authenticator application: 160 random bits (RFC 6238, 30 seconds, six digits). Prints nothing (C7).</summary>
[Enforces(Clauses.NothingWrittenDown)]
public sealed class AuthenticatorKey
{
    private const int Bytes = 20;

    private readonly byte[] key;

    internal AuthenticatorKey(byte[] key) => this.key = key;

    internal ReadOnlySpan<byte> Value => key;

    internal static AuthenticatorKey Generate() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The key to type where a picture cannot be read, in groups of four. Call it only where it is shown to its owner.</summary>
    public string Reveal() => string.Join(' ', Base32Encoding.ToString(key).Chunk(4).Select(group => new string(group)));

    /// <summary>What the picture says, in the form that authenticator applications read: the plan's name, the sign-in name, the key.</summary>
    public string Address(string plan, string userName)
    {
        var (issuer, account) = (Uri.EscapeDataString(plan), Uri.EscapeDataString(userName));
        return $"otpauth://totp/{issuer}:{account}?secret={Base32Encoding.ToString(key)}&issuer={issuer}&digits=6&period=30";
    }

    /// <summary>The step that a code belongs to: the present one, the one before or after it, and later than any that was used. Null when there is none.</summary>
    internal long? StepOf(string code, long lastUsed, DateTimeOffset now)
    {
        var window = new VerificationWindow(previous: 1, future: 1);
        return new Totp(key).VerifyTotp(now.UtcDateTime, code, out var step, window) && step > lastUsed ? step : null;
    }

    public override string ToString() => nameof(AuthenticatorKey);
}
