using Microsoft.AspNetCore.Identity;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.SecondFactors;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SignIn;

/// <inheritdoc cref="IPasswordAgain"/>
internal sealed class PasswordAgain(SignInThrottle throttle, PasswordHashing hashing) : IPasswordAgain
{
    public async Task<(bool Right, bool Looked)> CheckAsync(PortalUser account, string password, CancellationToken cancel)
    {
        var ticket = await throttle.TakeForChangeAsync(account, cancel);
        var right = await hashing.VerifyAsync(ticket.Open ? account.PasswordHash : null, password, cancel) != PasswordVerificationResult.Failed;
        if (right)
            await throttle.SucceededAsync(ticket, cancel);
        return (right, ticket.Open);
    }
}
