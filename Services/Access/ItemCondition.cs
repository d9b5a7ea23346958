namespace PrivacyPortal.Services.Access;

/// <summary>What a rule asks beyond a live need, and which entries of a category it opens. None is the whole category.</summary>
[Flags]
public enum ItemCondition
{
    None = 0,

    /// <summary>Only entries of the practitioner on whose behalf the need is.</summary>
    OwnItems = 1,

    /// <summary>Only entries of the case that is the need's evidence.</summary>
    CaseItems = 2,

    /// <summary>Only while the member's own permission to this account names the category.</summary>
    MemberPermits = 4,
}
