using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PrivacyPortal.Services.Records.Transport;

/// <summary>The signed statement by which a token is asked for: who, for whom, until when, once.</summary>
internal static class ClientAssertion
{
    // a statement may be good for five minutes: half of it on either side bears with two clocks that differ by two
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(150);

    internal static string Make(SmartAccess smart, SigningCredentials key, Uri tokenEndpoint, DateTimeOffset now)
    {
        // no "iat", no "nbf": a clock that is a little behind would refuse them
        var maker = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return maker.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = smart.ClientId,
            Audience = tokenEndpoint.AbsoluteUri,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = smart.ClientId,
                ["jti"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            },
            Expires = (now + Life).UtcDateTime,
            SigningCredentials = key,
        });
    }
}
