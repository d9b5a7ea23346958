using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Activity;

namespace PrivacyPortal.Tests.Support;

/// <summary>An account's activity as the test arranges it; of an account that nothing was arranged for, nothing is known.</summary>
internal sealed class ArrangedActivity : IOwnActivity
{
    public List<AccountEvent> Events { get; } = [];

    public LastSignIn Last { get; set; } = new(null, null, 0);

    public Task<IReadOnlyList<AccountEvent>> LatestAsync(Actor who, int most, CancellationToken cancel) => Task.FromResult<IReadOnlyList<AccountEvent>>([.. Events.Take(most)]);

    public Task<LastSignIn> LastSignInAsync(Actor who, CancellationToken cancel) => Task.FromResult(Last);

    public Task<IReadOnlyList<AccountEvent>> ExposureAsync(string accountId, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<AccountEvent>>([.. Events.Where(one => one.At >= since)]);
}
