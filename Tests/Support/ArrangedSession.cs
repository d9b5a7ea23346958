using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Support;

/// <summary>A session whose ends the test arranges; until then it is over, and nothing extends it.</summary>
internal sealed class ArrangedSession : ISessionClock
{
    /// <summary>How often the end was asked for.</summary>
    public int Asked { get; private set; }

    public SessionEnds? Ends { get; set; }

    public Func<SessionEnds>? Extended { get; set; }

    public SessionEnd? Why { get; set; }

    public TimeSpan WarnBefore { get; } = TimeSpan.FromMinutes(2);

    public Task<SessionEnds?> EndsAsync(Actor who, CancellationToken cancel) 
    {
        Asked++;
        return Task.FromResult(Ends);
    }

    public Task<bool> ExtendAsync(Actor who, CancellationToken cancel)
    {
        Ends = Extended?.Invoke();
        return Task.FromResult(Ends is not null);
    }

    public Task<SessionEnd?> WhyAsync(string sessionId, CancellationToken cancel) => Task.FromResult(Why);
}
