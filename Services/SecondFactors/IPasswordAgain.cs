using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.SecondFactors;

/// <summary>The password asked for again in an open session. Its wrong ones count with those of a change of the password: all doors together look at no second hundred.</summary>
public interface IPasswordAgain
{
    /// <summary>Whether it was the right one, and whether it was looked at: after too many wrong ones it is not.</summary>
    Task<(bool Right, bool Looked)> CheckAsync(PortalUser account, string password, CancellationToken cancel);
}
