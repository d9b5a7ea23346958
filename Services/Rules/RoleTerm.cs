using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Rules;

/// <summary>How long a role may be held without being looked at again.</summary>
public static class RoleTerm
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>How long before a role lapses it is due to be looked at again.</summary>
    public static readonly TimeSpan LookAgainBefore = TimeSpan.FromDays(30);

    /// <summary>Whether a role has to be renewed: all but those by which people look at their own and their family's records.</summary>
    public static bool MustBeRenewed(Role role) => role is not (Role.Member or Role.Representative);

    internal static bool Fits(DateTimeOffset renewBy, DateTimeOffset now) => renewBy > now && renewBy - now <= Longest;
}
