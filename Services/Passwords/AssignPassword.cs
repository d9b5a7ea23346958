using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Passwords;

/// <summary>Gives an account a new assigned password: generated here, hashed here, handed to whoever delivers it and to nobody else (C3, C5).</summary>
[Enforces(Clauses.AssignedFirst, Clauses.ForgottenMeansReassigned)]
public sealed class AssignPassword(PasswordHashing hashing, TimeProvider clock)
{
    /// <summary>Sets the account's hash, state, end and stamp; the caller saves it. The stamp ends every session the account has.</summary>
    internal async Task<AssignedSecret> ToAsync(PortalUser account, AssignedFor delivery, CancellationToken cancel)
    {
        var secret = AssignedSecret.Generate();
        account.PasswordHash = await hashing.HashAsync(AssignedSecret.Canonical(secret.Reveal()), cancel);
        account.PasswordState = PasswordState.Assigned;
        account.PasswordSetAt = clock.GetUtcNow();
        account.PasswordClosedAt = null;
        account.AssignedUntil = clock.GetUtcNow() + (delivery switch
        {
            AssignedFor.Letter => TimeSpan.FromDays(21),
            AssignedFor.Telephone => TimeSpan.FromMinutes(10),
        });
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        return secret;
    }
}
