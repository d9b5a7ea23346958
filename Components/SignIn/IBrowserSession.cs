using PrivacyPortal.Services.SignIn;

namespace PrivacyPortal.Components.SignIn;

/// <summary>What a static page may do to the browser's session: only over HTTP can the cookie change, so only the host implements this.</summary>
public interface IBrowserSession
{
    /// <summary>Where the request comes from.</summary>
    SignInOrigin Origin { get; }

    /// <summary>Ends the session the browser came with, if any, and begins a new one for the account: a new key every time.</summary>
    Task BeginAsync(string accountId, CancellationToken cancel);

    /// <summary>Takes the session's cookie away; the session itself has ended already.</summary>
    Task ForgetAsync();

    /// <summary>Gives the browser the key of a session that has begun already: the one that follows a second factor.</summary>
    void Continue(string sessionKey);
}
