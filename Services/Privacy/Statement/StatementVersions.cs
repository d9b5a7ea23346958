namespace PrivacyPortal.Services.Privacy.Statement;

/// <summary>Every version of the statement that was ever in force, oldest first. The one in force is the newest that has taken effect (C20).</summary>
public sealed class StatementVersions(TimeProvider clock)
{
    /// <summary>A new version is a line here and a file for each language.</summary>
    public static IReadOnlyList<StatementVersion> All { get; } =
    [
        new("2026-06", new(2026, 6, 1)),
        new("2026-11", new(2026, 11, 1)),
    ];

    /// <summary>The version in force at this moment, by the server's calendar; the first one before any was.</summary>
    public StatementVersion Current => All.LastOrDefault(version => version.TakesEffect <= DateOnly.FromDateTime(clock.GetLocalNow().DateTime)) ?? All[0];
}
