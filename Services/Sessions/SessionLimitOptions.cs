using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Sessions;

/// <summary>How long sessions last. From <c>Sessions:*</c>; a setting may shorten them, never lengthen them beyond what the portal promises.</summary>
public sealed class SessionLimitOptions
{
    public const string Section = "Sessions";

    private static readonly SessionLimitOptions Longest = new();

    /// <summary>How long a member's session lasts while nothing is done.</summary>
    public TimeSpan MemberIdle { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a member's session lasts at most.</summary>
    public TimeSpan MemberLongest { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long an employee's session lasts while nothing is done.</summary>
    public TimeSpan StaffIdle { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an employee's session lasts at most.</summary>
    public TimeSpan StaffLongest { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How long before the end the person is told; never less than the 20 seconds that WCAG 2.2.1 asks for.</summary>
    public TimeSpan WarnBefore { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The limits for an account: members and representatives, everyone else, and 15 minutes while sign-in is not complete: an assigned password to replace, a second factor owed.</summary>
    public SessionLimits For(IReadOnlySet<Role> roles, bool complete)
    {
        ArgumentNullException.ThrowIfNull(roles);
        if (!complete)
            return new SessionLimits(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15));
        return roles.All(role => role is Role.Member or Role.Representative) ? new SessionLimits(MemberIdle, MemberLongest) : new SessionLimits(StaffIdle, StaffLongest);
    }

    /// <summary>Every problem with them, each naming its setting.</summary>
    public IEnumerable<string> Problems()
    {
        if (WarnBefore < TimeSpan.FromSeconds(20) || WarnBefore > TimeSpan.FromMinutes(2))
            yield return "Sessions:WarnBefore must be 20 seconds to 2 minutes.";
        foreach (var (name, set, longest) in new[]
        {
            (nameof(MemberIdle), MemberIdle, Longest.MemberIdle), (nameof(MemberLongest), MemberLongest, Longest.MemberLongest),
            (nameof(StaffIdle), StaffIdle, Longest.StaffIdle), (nameof(StaffLongest), StaffLongest, Longest.StaffLongest),
        })
        {
            if (set <= WarnBefore || set > longest)
                yield return $"Sessions:{name} must be longer than Sessions:WarnBefore and at most {longest:c}.";
        }
    }
}
