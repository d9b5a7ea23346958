using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Sessions;

/// <summary>When a session will end, so that its owner can be told in time, and why it has. Asking is not use.</summary>
public interface ISessionClock
{
    /// <summary>How long before its end a session is warned.</summary>
    TimeSpan WarnBefore { get; }

    /// <summary>When it ends if nothing is done, and when it ends whatever is done; null when it is over.</summary>
    Task<SessionEnds?> EndsAsync(Actor who, CancellationToken cancel);

    /// <summary>Counts as use: the idle time starts anew. False when it is too late.</summary>
    Task<bool> ExtendAsync(Actor who, CancellationToken cancel);

    /// <summary>Why a session is over; null while it is not, or when there never was one.</summary>
    Task<SessionEnd?> WhyAsync(string sessionId, CancellationToken cancel);
}
