namespace PrivacyPortal.Services.Access;

/// <summary>What makes a need live: the reason why someone may look at this record at this moment (C13).</summary>
public enum NeedKind
{
    /// <summary>The record is the viewer's own.</summary>
    Self,

    /// <summary>The member named the viewer as personal representative, with full access to what is named.</summary>
    PersonalRepresentative,

    /// <summary>The record system shows the viewer, or the practitioner the viewer works for, treats the member.</summary>
    TreatingPractitioner,

    /// <summary>A claims or support case about the member is open and assigned to the viewer.</summary>
    AssignedCase,

    /// <summary>Break-glass.</summary>
    Emergency,

    /// <summary>The member named the viewer as representative for the plan's business only.</summary>
    BasicRepresentative,

    /// <summary>The member is enrolled in care management and assigned to the viewer.</summary>
    CareEnrollment,

    /// <summary>A privacy review about the member is open and assigned to the viewer.</summary>
    PrivacyReview,

    /// <summary>The member's own permission to one account, where a rule asks for one. Opens nothing by itself.</summary>
    MemberPermission,
}
