namespace PrivacyPortal.Services.Storage;

/// <summary>One vital notice: what kind, for which account, and how far it has come. No address and no text: both are looked up when it is sent (C11, C18).</summary>
public sealed class NoticeRow
{
    /// <summary>A random id; the mail's Message-Id is made of it, so that a mail that is sent again is the same mail.</summary>
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public NoticeState State { get; set; }

    /// <summary>How often it was taken up. Of two senders at once, one takes it.</summary>
    public int Attempts { get; set; }

    /// <summary>Not taken up before; while it is being sent, when another sender may take it over. Null when nothing more will be done.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>When the mail server took it.</summary>
    public DateTimeOffset? SentAt { get; set; }
}

/// <summary>Everything the portal ever writes to a member about. Closed: no other mail exists (C18).</summary>
public enum NoticeKind
{
    PasswordChanged,
    PasswordAssigned,
    SecondFactorChanged,
    RecoveryCodeUsed,
    SessionsEndedAfterCompromise,
    BreakGlassOpened,
    AccessGranted,
    NewMessage,
    ConcernAnswered,

    /// <summary>The half of an assigned password that the desk does not see. Useless alone, for ten minutes (C7).</summary>
    PasswordHalf,

    /// <summary>A code to read out to the desk, and the words by which the desk proves itself.</summary>
    VerificationCode,
}

/// <summary>How far a notice has come.</summary>
public enum NoticeState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Taken up: the mail server may have it already.</summary>
    Sending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>No mail: there is no mail server, or no address in the record. It stands in the account's list of notices.</summary>
    InPortalOnly,

    /// <summary>Three days of tries were in vain, or the mail server will never take it. It stands in the list.</summary>
    NotDelivered,
}
