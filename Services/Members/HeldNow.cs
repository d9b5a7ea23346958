namespace PrivacyPortal.Services.Members;

/// <summary>How much member data this server holds at this moment, over all circuits: counts and times only (C12).</summary>
public sealed class HeldNow
{
    private long sections;

    /// <summary>Sections in memory in this process.</summary>
    public long Sections => Interlocked.Read(ref sections);

    internal void Took() => Interlocked.Increment(ref sections);

    internal void Forgot() => Interlocked.Decrement(ref sections);
}
