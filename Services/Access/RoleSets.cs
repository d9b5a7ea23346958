namespace PrivacyPortal.Services.Access;

/// <summary>Sets of roles as bits, and the sets that rules speak of.</summary>
public static class RoleSets
{
    internal const int Every = (1 << (int)(Role.Administrator + 1)) - 1;

    /// <summary>Everyone who looks at records as work: nobody of them does so for themselves or for family.</summary>
    internal const int AtWork = Every & ~(1 << (int)Role.Member) & ~(1 << (int)Role.Representative);

    /// <summary>The plan's own people: colleagues of one another.</summary>
    internal const int OfThePlan = 1 << (int)Role.Support | 1 << (int)Role.ClaimsExaminer | 1 << (int)Role.CareManager
        | 1 << (int)Role.PrivacyOfficer | 1 << (int)Role.Administrator;

    /// <summary>Roles that only a second person's approval gives.</summary>
    public static IReadOnlyList<Role> Privileged { get; } = [Role.Administrator, Role.PrivacyOfficer];

    internal static int Of(IEnumerable<Role>? roles)
    {
        var bits = 0;
        foreach (var role in roles ?? [])
            bits |= Bit(role);
        return bits;
    }

    /// <summary>A role that does not exist is in no set.</summary>
    internal static int Bit(Role role) => (uint)role <= (uint)Role.Administrator ? 1 << (int)role : 0;
}
