using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Notices;

/// <summary>
/// The only way the portal writes to anyone by e-mail: which account, and one of a closed set of kinds. There is nothing else to say, so nothing else
/// can be said (C17, C18). What is queued stands in the account's own list at once, and is sent in the background.
/// </summary>
public interface IVitalNotices
{
    /// <summary>Adds the notice to changes that the caller saves with their audit row: notice and act both stand, or neither.</summary>
    /// <returns>The notice's id.</returns>
    string Enclose(PortalDb changes, string accountId, NoticeKind kind);

    /// <summary>Whether there is a mail server at all.</summary>
    bool SendsMail { get; }

    /// <summary>Queues a notice that belongs to no change of the portal's store, with an audit row of its own.</summary>
    Task SendAsync(string accountId, NoticeKind kind, CancellationToken cancel);

    /// <summary>Every notice of the account, newest first.</summary>
    Task<IReadOnlyList<SentNotice>> ListAsync(string accountId, CancellationToken cancel);
}

/// <summary>A notice as its receiver sees it in the portal.</summary>
public sealed record SentNotice(NoticeKind Kind, DateTimeOffset At, NoticeState State, DateTimeOffset? SentAt);
