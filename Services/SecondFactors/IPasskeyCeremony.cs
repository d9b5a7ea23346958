using Microsoft.AspNetCore.Identity;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>The two halves of WebAuthn that know the web: the host answers with the framework's own handler, which knows the address that the browser sees.</summary>
public interface IPasskeyCeremony
{
    /// <summary>What to ask a browser for a new passkey, and what to check its answer against. Those the account has are not made again.</summary>
    Task<(string Question, byte[] State)> AskForNewAsync(PortalUser account);

    /// <summary>The passkey that was made; null when the answer does not fit.</summary>
    Task<UserPasskeyInfo?> TakeAsync(PortalUser account, string answer, byte[] state);

    /// <summary>What to ask a browser for one of the account's passkeys, and what to check its answer against.</summary>
    Task<(string Question, byte[] State)> AskForOneAsync(PortalUser account);

    /// <summary>The passkey that was used, with its new counter; null when the answer does not fit or is another account's.</summary>
    Task<UserPasskeyInfo?> CheckAsync(PortalUser account, string answer, byte[] state);
}

/// <summary>A question to the browser, as the JSON that its WebAuthn functions take, and what has to come back with the answer.</summary>
public sealed record PasskeyPrompt(string Question, string State);
