namespace PrivacyPortal.Services.Records.Transport;

/// <summary>
/// The portal's token of the moment: in memory only, renewed before its end, by one caller while the others wait. A renewal that fails is no matter while the
/// old token lasts.
/// </summary>
internal sealed class AccessToken(TokenEndpoint endpoint, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Held? held;

    /// <summary>The token; null when the record system gives the portal none.</summary>
    /// <exception cref="HttpRequestException">Nobody gave an answer.</exception>
    internal async Task<string?> NowAsync(CancellationToken cancel)
    {
        if (held is { } good && clock.GetUtcNow() < good.RenewAt)
            return good.Token;
        await one.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            if (held is { } renewed && now < renewed.RenewAt)
                return renewed.Token;
            return await RenewAsync(now, cancel);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The record system did not take it: the next caller gets another, unless it is a new one, which another would not help.</summary>
    internal void Refused(string token)
    {
        if (held is { } now && now.Token == token && clock.GetUtcNow() - now.Got > Fresh)
            Interlocked.CompareExchange(ref held, null, now);
    }

    public void Dispose() => one.Dispose();

    private async Task<string?> RenewAsync(DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            if (await endpoint.AskAsync(cancel) is not { } given)
                return null;
            var early = given.Life / 5 < Early ? given.Life / 5 : Early;
            held = new(given.Token, now, now + given.Life - early, now + given.Life);
            return given.Token;
        }
        catch (HttpRequestException) when (held is { } old && now < old.End)
        {
            return old.Token;
        }
    }

    private sealed record Held(string Token, DateTimeOffset Got, DateTimeOffset RenewAt, DateTimeOffset End)
    {
        public override string ToString() => nameof(Held);
    }
}
