namespace PrivacyPortal.Services.Needs;

/// <summary>Why a need, a restriction or a case was not begun or ended.</summary>
public enum NeedRefusal
{
    /// <summary>The account's roles do not let it do this.</summary>
    NotYourOffice,

    /// <summary>There is no such account that could be given this; one that does not exist and one without the role answer alike.</summary>
    NoSuchPerson,

    /// <summary>There is none, it is over already, or it is someone else's: they answer alike.</summary>
    NotThere,

    /// <summary>The record is the person's own, a colleague's or a relative's.</summary>
    TooClose,

    /// <summary>No category was named, or one that this cannot open.</summary>
    BadCategories,

    /// <summary>It ends before it begins, or later than it may.</summary>
    BadPeriod,

    /// <summary>An emergency about another member is open: one at a time.</summary>
    AnotherEmergency,

    /// <summary>Nobody reviews their own.</summary>
    SamePerson,
}

/// <summary>The id of what was begun, or why it was not.</summary>
public readonly record struct NeedAnswer(string? Id, NeedRefusal? Refusal)
{
    public override string ToString() => nameof(NeedAnswer);
}
