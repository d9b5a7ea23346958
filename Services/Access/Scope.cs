namespace PrivacyPortal.Services.Access;

/// <summary>How much of a category may be seen (C13). Ordered: what is higher shows more.</summary>
public enum Scope
{
    None,

    /// <summary>The fields that <c>LimitedFields</c> names; the others are masked before they leave the record client.</summary>
    Limited,

    Full,
}
