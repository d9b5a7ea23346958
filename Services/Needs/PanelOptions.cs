namespace PrivacyPortal.Services.Needs;

/// <summary>How a practice's panel is taken from the record system. From <c>Panel:*</c>.</summary>
public sealed class PanelOptions
{
    public const string Section = "Panel";

    /// <summary>How long an entry is believed without being checked again.</summary>
    public TimeSpan Believed { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the panel of an account that is signed in is checked again.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a record that a practice has open is asked about.</summary>
    public TimeSpan CheckOpenEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many days a claim shows that the practice treats the member.</summary>
    public int RecentClaimDays { get; set; } = 365;

    /// <summary>Every problem with them, each naming its setting.</summary>
    public IEnumerable<string> Problems()
    {
        if (CheckEvery < TimeSpan.FromSeconds(1) || CheckEvery > Believed)
            yield return "Panel:CheckEvery must be at least a second and no longer than Panel:Believed.";
        if (CheckOpenEvery < TimeSpan.FromSeconds(1) || CheckOpenEvery > CheckEvery)
            yield return "Panel:CheckOpenEvery must be at least a second and no longer than Panel:CheckEvery.";
        if (Believed > TimeSpan.FromHours(24))
            yield return "Panel:Believed must be at most a day.";
        if (RecentClaimDays is < 0 or > 36_500)
            yield return "Panel:RecentClaimDays must be 0 to 36500.";
    }
}
