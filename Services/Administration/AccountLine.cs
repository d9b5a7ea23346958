using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Administration;

/// <summary>An account as administrators see it: its sign-in name, roles and state; no reference into the record system (C13).</summary>
/// <param name="Id">The account's id.</param>
/// <param name="UserName">The sign-in name.</param>
/// <param name="Roles">The roles that count now.</param>
/// <param name="State">Whether and how it can sign in.</param>
/// <param name="LastSignIn">When its last session began.</param>
/// <param name="LiveSessions">How many sessions it has now.</param>
/// <param name="Own">Whether it is the reader's.</param>
public sealed record AccountLine(string Id, string UserName, IReadOnlyList<Role> Roles, AccountState State, DateTimeOffset? LastSignIn, int LiveSessions, bool Own)
{
    public override string ToString() => nameof(AccountLine);
}

/// <summary>Whether and how an account can sign in.</summary>
public enum AccountState
{
    /// <summary>No password yet: one has to be assigned at the desk.</summary>
    NoPassword,

    /// <summary>The assigned password was not yet replaced.</summary>
    Assigned,

    /// <summary>The assigned password was not replaced in time.</summary>
    AssignedExpired,

    Active,

    /// <summary>Its owner or the portal closed the password: a new one has to be assigned.</summary>
    PasswordClosed,

    Disabled,
}

/// <summary>What to list.</summary>
/// <param name="Find">A part of the sign-in name.</param>
/// <param name="StaffOnly">Without the accounts that are a member's or a representative's only.</param>
/// <param name="Most">How many at most.</param>
public sealed record AccountsAsked(string Find, bool StaffOnly, int Most);

/// <summary>The first of the accounts that were asked for, and how many there are.</summary>
public sealed record AccountsFound(IReadOnlyList<AccountLine> Accounts, int Total);
