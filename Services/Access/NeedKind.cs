namespace PrivacyPortal.Services.Access;

/// <summary>What makes a need live: the reason why someone may look at this record at this moment (C13).</summary>
public enum NeedKind
{
    /// <summary>The record is the viewer's own.</summary>
    Self,

    /// <summary>The member named the viewer as personal representative.</summary>
    PersonalRepresentative,

    /// <summary>The record system shows the viewer treats the member.</summary>
    TreatingPractitioner,

    /// <summary>A case about the member is open and assigned to the viewer.</summary>
    AssignedCase,

    /// <summary>Break-glass.</summary>
    Emergency,
}
