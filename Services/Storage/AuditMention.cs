namespace PrivacyPortal.Services.Storage;

/// <summary>
/// Where to find the audit rows of one member or account: only an index, filled after the rows are written so that writing stays fast. Rows are only ever
/// added. The row of the empty reference says up to where it is filled.
/// </summary>
public sealed class AuditMention
{
    /// <summary>The subject's or the account's opaque reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The audit row.</summary>
    public required long Sequence { get; init; }
}
