namespace PrivacyPortal.App.Edge;

/// <summary>The most that one account or one address may have at a time. From <c>Limits:*</c>.</summary>
internal sealed class EdgeLimitOptions
{
    public const string Section = "Limits";

    /// <summary>Live pages of one account, in all its browsers.</summary>
    public int CircuitsPerAccount { get; set; } = 20;

    /// <summary>Live pages from one address: an office or a clinic has one.</summary>
    public int CircuitsPerAddress { get; set; } = 500;

    /// <summary>Forms posted from one address in a minute.</summary>
    public int FormsPerMinute { get; set; } = 240;

    /// <summary>Comments, concerns and look-ups of answers from one address in ten minutes: each is work for a person or a guess at a word.</summary>
    public int ConcernsPerTenMinutes { get; set; } = 30;

    /// <summary>Every problem with them, each naming its setting.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var (name, set) in new[] { (nameof(CircuitsPerAccount), CircuitsPerAccount), (nameof(CircuitsPerAddress), CircuitsPerAddress), (nameof(FormsPerMinute), FormsPerMinute), (nameof(ConcernsPerTenMinutes), ConcernsPerTenMinutes) })
        {
            if (set < 1)
                yield return $"{Section}:{name} must be 1 or more.";
        }
    }
}
