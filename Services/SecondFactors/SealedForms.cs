using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>
/// What has to travel through a browser between two steps of one act: encrypted, for one session and purpose, for some minutes. The store keeps
/// nothing of an act that is not finished.
/// </summary>
public sealed class SealedForms(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    internal string Seal(string purpose, string session, ReadOnlySpan<byte> content)
    {
        var plain = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt64BigEndian(plain, (clock.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds());
        content.CopyTo(plain.AsSpan(8));
        return Base64Url.EncodeToString(Protector(purpose, session).Protect(plain));
    }

    /// <summary>The content; null when it is not this portal's, another session's, or too old.</summary>
    internal byte[]? Open(string purpose, string session, string? sealedContent)
    {
        try
        {
            var plain = Protector(purpose, session).Unprotect(Base64Url.DecodeFromChars(sealedContent));
            return BinaryPrimitives.ReadInt64BigEndian(plain) > clock.GetUtcNow().ToUnixTimeMilliseconds() ? plain[8..] : null;
        }
        catch (Exception notOurs) when (notOurs is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose, string session) => protection.CreateProtector("PrivacyPortal.Forms", purpose, session);
}
