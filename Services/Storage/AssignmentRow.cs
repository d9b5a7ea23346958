namespace PrivacyPortal.Services.Storage;

/// <summary>One assignment of a password: by which way it goes, how far it has come, and the hash of its secret once it is on its way. Never the secret, a half of it, or an address (C7, C11).</summary>
/// <remarks>It stands beside the account's password and replaces it at its first use: that a new one was asked for locks nobody out.</remarks>
public sealed class AssignmentRow
{
    /// <summary>A random id.</summary>
    public required string Id { get; init; }

    public required string AccountId { get; init; }

    public required AssignedFor Way { get; init; }

    public required AssignmentCause Cause { get; init; }

    /// <summary>The account that asked for it; <c>setup</c> for the command line, null for the form that anyone can send.</summary>
    public string? AskedBy { get; init; }

    public required DateTimeOffset At { get; init; }

    public AssignmentState State { get; set; }

    /// <summary>How often it was taken up. Of two senders at once, one takes it.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>The hash of the whole secret; null before there is one and once it is over.</summary>
    public string? Hash { get; set; }

    /// <summary>By telephone: the digest of the half that the desk reads out. The other half is made when its notice is sent.</summary>
    public string? FirstHalfDigest { get; set; }

    /// <summary>By telephone: the notice that carries the other half.</summary>
    public string? NoticeId { get; init; }

    /// <summary>Three words of a fixed list, printed on the letter: by them the plan's people prove themselves to its reader.</summary>
    public required string Words { get; init; }

    /// <summary>When the secret stops working.</summary>
    public DateTimeOffset? Until { get; set; }
}

/// <summary>Why a password is assigned.</summary>
public enum AssignmentCause
{
    NewAccount,
    Forgotten,

    /// <summary>Someone else may know the one before (C8).</summary>
    Compromised,
}

/// <summary>How far an assignment has come.</summary>
public enum AssignmentState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Taken up: the record system may have the letter already.</summary>
    Sending,

    /// <summary>On its way or arrived: its secret opens the page that replaces it.</summary>
    Live,

    /// <summary>It was signed in with: from then on it is the account's own password, for fifteen minutes.</summary>
    Used,

    /// <summary>A newer one, a change of the password or its closing took its place.</summary>
    Void,

    /// <summary>The record has no address, or the record system does not take it.</summary>
    Failed,
}
