using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Sessions;

/// <summary>How long a session may be idle, and how long it may last at all.</summary>
public readonly record struct SessionLimits(TimeSpan Idle, TimeSpan Longest)
{
    private static readonly SessionLimits Members = new(TimeSpan.FromMinutes(10), TimeSpan.FromHours(8));
    private static readonly SessionLimits Staff = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(4));
    private static readonly SessionLimits SigningIn = new(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15));

    /// <summary>The limits for an account: members and representatives 10 minutes and 8 hours, everyone else 5 minutes and 4 hours, 15 minutes while sign-in is not complete.</summary>
    public static SessionLimits For(IReadOnlySet<Role> roles, bool complete) =>
        !complete ? SigningIn
        : roles.All(role => role is Role.Member or Role.Representative) ? Members : Staff;
}
