using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>A role that an account was given: by whom, why, until when, and who answers for it. Accounts by their sign-in names.</summary>
public sealed record RoleHolding(
    string AccountId, string UserName, Role Role, string GrantedBy, DateTimeOffset GrantedAt, RoleReason? Reason, string? Owner, DateTimeOffset? RenewBy, RoleStanding Standing)
{
    public override string ToString() => nameof(RoleHolding);
}

/// <summary>A role that waits for a second person; <paramref name="Mine"/> when the reader proposed it.</summary>
public sealed record RoleWaiting(
    string Proposal, string UserName, Role Role, string ProposedBy, DateTimeOffset ProposedAt, RoleReason Reason, string Owner, DateTimeOffset RenewBy, bool Mine)
{
    public override string ToString() => nameof(RoleWaiting);
}

/// <summary>How a role stands.</summary>
public enum RoleStanding
{
    Held,

    /// <summary>To be looked at again within the next weeks.</summary>
    Due,

    /// <summary>Given at setup, without a day on which it lapses.</summary>
    NoDay,

    /// <summary>Not renewed in time: it counts no more.</summary>
    Lapsed,

    /// <summary>Its account is closed: it counts only once the account is opened again.</summary>
    AccountDisabled,
}
