using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>Encrypts authenticator keys before the store sees them, each for its account; the key that does it is kept outside the store (C7).</summary>
[Enforces(Clauses.NothingWrittenDown)]
public sealed class AuthenticatorKeys(IDataProtectionProvider protection)
{
    internal byte[] Seal(string accountId, AuthenticatorKey key) => Protector(accountId).Protect(key.Value.ToArray());

    /// <summary>Null when it cannot be read, as after the loss of the portal's key ring: the factor then takes no code.</summary>
    internal AuthenticatorKey? Open(SecondFactorRow factor)
    {
        try
        {
            return factor.SealedSecret is { } secret ? new(Protector(factor.AccountId).Unprotect(secret)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string accountId) => protection.CreateProtector("PrivacyPortal.AuthenticatorKey", accountId);
}
