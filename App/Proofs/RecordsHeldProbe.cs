using Microsoft.Extensions.Options;
using PrivacyPortal.App.Circuits;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Proofs;
using PrivacyPortal.Services.Sessions;

namespace PrivacyPortal.App.Proofs;

/// <summary>What is in memory belongs to a page that is open, and is no older than a session can be (C12).</summary>
internal sealed class RecordsHeldProbe(HeldNow held, LiveCircuits circuits, IOptions<SessionLimitOptions> limits, TimeProvider clock) : IProbe
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    public ProbeName Name => ProbeName.RecordsHeld;

    public string Clause => Clauses.OnlyWhileViewing;

    public async Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        // a page that is just being closed is looked at once more
        if (Left())
            await Task.Delay(Settle, TimeProvider.System, cancel);
        var age = held.Oldest is { } oldest ? clock.GetUtcNow() - oldest : TimeSpan.Zero;
        return Measured.Kept(!Left() && age <= Longest, held.Sections, (long)age.TotalSeconds, circuits.Count);
    }

    private TimeSpan Longest => limits.Value.MemberLongest > limits.Value.StaffLongest ? limits.Value.MemberLongest : limits.Value.StaffLongest;

    private bool Left() => held.Sections > 0 && circuits.Count == 0;
}
