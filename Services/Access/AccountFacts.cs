namespace PrivacyPortal.Services.Access;

/// <summary>What the policy knows of an account: the roles that it holds and until when, its own record, and whose records are too close to it.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Roles">The roles held; an account known here can use no other.</param>
/// <param name="OwnRecord">The record of the person behind the account, whether or not the account may read it.</param>
public sealed record AccountFacts(string Account, IReadOnlyList<RoleHeld> Roles, PatientId? OwnRecord)
{
    /// <summary>Records of relatives, as declared to the plan.</summary>
    public IReadOnlyList<PatientId> Relatives { get; init; } = [];

    public override string ToString() => nameof(AccountFacts);
}

/// <summary>A role held until it has to be renewed; null never lapses.</summary>
public readonly record struct RoleHeld(Role Role, DateTimeOffset? RenewBy);
