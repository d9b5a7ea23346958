namespace PrivacyPortal.Services.Records;

/// <summary>
/// The one field that is read without anybody viewing: where a vital notice goes. It opens with an errand, which stands in the audit; it reads the
/// e-mail address alone and keeps nothing (C11, C18).
/// </summary>
public interface INoticeAddress
{
    /// <summary>The address, null when the record has none, or why it could not be read.</summary>
    Task<NoticeAddress> ReadAsync(NoticeErrand errand, CancellationToken cancel);
}

/// <summary>What was read. Prints nothing (C11).</summary>
public readonly record struct NoticeAddress(string? Address, RecordProblem? Problem)
{
    public override string ToString() => nameof(NoticeAddress);
}
