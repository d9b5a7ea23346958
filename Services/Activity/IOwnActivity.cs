using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Activity;

/// <summary>What the audit says about an account, for its owner.</summary>
public interface IOwnActivity
{
    /// <summary>The account's own events but for openings of the record, newest first.</summary>
    Task<IReadOnlyList<AccountEvent>> LatestAsync(Actor who, int most, CancellationToken cancel);

    /// <summary>The sign-in before this session's.</summary>
    Task<LastSignIn> LastSignInAsync(Actor who, CancellationToken cancel);

    /// <summary>Everything the audit has since a moment, newest first: what someone who knew the password could have seen and done (C8).</summary>
    Task<IReadOnlyList<AccountEvent>> ExposureAsync(string accountId, DateTimeOffset since, CancellationToken cancel);
}
