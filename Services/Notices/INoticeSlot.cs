using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Notices;

/// <summary>
/// What fills the one slot of the two notices that have one: something random that is made at the moment of sending and is useless alone. The outbox
/// never holds it, and no text of a person can come this way (C7, C18).
/// </summary>
internal interface INoticeSlot
{
    NoticeKind Kind { get; }

    /// <summary>Makes it; null when the notice has become pointless, and then no mail is sent.</summary>
    Task<NoticeSlot?> FillAsync(string noticeId, CancellationToken cancel);
}

/// <summary>What fills a slot: characters that the portal drew. Prints nothing.</summary>
internal readonly record struct NoticeSlot(string Value)
{
    public override string ToString() => nameof(NoticeSlot);
}
