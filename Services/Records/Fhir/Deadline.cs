namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>The end of the time that one section may take, or the caller's own wish to stop, whichever is first.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource time;
    private readonly CancellationTokenSource either;

    public Deadline(TimeSpan after, TimeProvider clock, CancellationToken caller)
    {
        this.caller = caller;
        time = new CancellationTokenSource(after, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, caller);
    }

    public CancellationToken Token => either.Token;

    /// <summary>The time is up, whatever the caller wishes.</summary>
    public bool IsOver => time.IsCancellationRequested;

    public void ThrowIfCallerCancelled() => caller.ThrowIfCancellationRequested();

    public void Dispose()
    {
        either.Dispose();
        time.Dispose();
    }
}
