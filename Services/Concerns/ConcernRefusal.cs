namespace PrivacyPortal.Services.Concerns;

/// <summary>Why a concern was not raised, taken, read or answered.</summary>
public enum ConcernRefusal
{
    /// <summary>The account's roles do not let it do this.</summary>
    NotYourOffice,

    /// <summary>There are no words.</summary>
    Empty,
    TooLong,

    /// <summary>How to reach the writer is longer than an address.</summary>
    ReachTooLong,

    /// <summary>The statement has no such clause.</summary>
    NoSuchClause,

    /// <summary>There is none of that number, it is not open any more, or it is someone else's work: they answer alike.</summary>
    NotThere,

    /// <summary>The record system could not take or give the words; nothing was changed.</summary>
    NotNow,

    /// <summary>It is about the officer's own record, a colleague's or a relative's.</summary>
    TooClose,
}
