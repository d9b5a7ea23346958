namespace PrivacyPortal.Services.Access;

/// <summary>Who asks: one account in one session. A circuit has one for life (C2).</summary>
/// <param name="AccountId">The account's opaque id.</param>
/// <param name="SessionId">The session's id: a digest, not the key that the cookie carries.</param>
/// <param name="Roles">The roles the account held when the session was last read from the store.</param>
/// <param name="OwnRecord">The account's own record, when it is a member's.</param>
/// <param name="HasPersonalPassword">False while the password is the one that the plan assigned (C3).</param>
public sealed record Actor(string AccountId, string SessionId, IReadOnlySet<Role> Roles, PatientId? OwnRecord, bool HasPersonalPassword)
{
    /// <summary>True while the session has only the password of an account that has or needs a second factor: it opens the page that asks for it and nothing else.</summary>
    public bool SecondFactorOwed { get; init; }

    /// <summary>Whether sign-in is complete: a personal password, and the second factor where one is owed.</summary>
    public bool IsComplete => HasPersonalPassword && !SecondFactorOwed;

    /// <summary>True while the person has not stayed under the statement in force (C20). It closes pages; no decision about a record ever looks at it.</summary>
    public bool StatementOwed { get; init; }

    /// <summary>Whether the session opens more than the pages of signing in.</summary>
    public bool MayGoOn => IsComplete && !StatementOwed;

    /// <inheritdoc cref="Actor"/>
    public IReadOnlySet<Role> Roles
    {
        get;
        init => (field, RoleBits) = (value, RoleSets.Of(value));
    } = Roles;

    /// <summary>When the session is over at the latest, if whoever made the actor said so.</summary>
    public DateTimeOffset SessionUntil { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The roles as bits, counted once: a decision does not walk a set.</summary>
    internal int RoleBits { get; private init; } = RoleSets.Of(Roles);

    public override string ToString() => nameof(Actor);
}
