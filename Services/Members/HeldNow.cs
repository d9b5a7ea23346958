using System.Collections.Concurrent;

namespace PrivacyPortal.Services.Members;

/// <summary>How much member data this server holds at this moment, over all circuits: counts and times only (C12).</summary>
public sealed class HeldNow
{
    private readonly ConcurrentDictionary<long, DateTimeOffset> since = new();

    /// <summary>Raised whenever something was forgotten: a page was left, a connection broke, a visit ended. What is left of it in memory is to be scrubbed.</summary>
    public event Action? Left;

    /// <summary>Sections in memory in this process.</summary>
    public int Sections => since.Count;

    /// <summary>Since when the oldest of them is.</summary>
    public DateTimeOffset? Oldest
    {
        get
        {
            DateTimeOffset? oldest = null;
            foreach (var (_, at) in since)
                oldest = at >= oldest ? oldest : at;
            return oldest;
        }
    }

    internal void Took(Held section, DateTimeOffset at) => since[section.Number] = at;

    internal void Forgot(Held section) => since.TryRemove(section.Number, out _);

    internal void Leave() => Left?.Invoke();
}
