namespace PrivacyPortal.Services.Messages;

/// <summary>Why a message or request was not taken, read, extended, answered or withdrawn.</summary>
public enum RequestRefusal
{
    /// <summary>The account may not do this: its roles, or the access rules.</summary>
    NotYours,
    Empty,
    TooLong,

    /// <summary>An appeal names no claim.</summary>
    NoClaim,

    /// <summary>Too many in a short time.</summary>
    TooMany,

    /// <summary>There is none of that number, it is closed, or it is someone else's work: they answer alike.</summary>
    NotThere,

    /// <summary>This kind has no extension, or has had it.</summary>
    NoExtension,

    /// <summary>The record system could not take or give it; nothing was changed.</summary>
    NotNow,

    /// <summary>It is about the employee's own record, a colleague's or a relative's.</summary>
    TooClose,
}
