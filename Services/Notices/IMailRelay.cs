using MimeKit;

namespace PrivacyPortal.Services.Notices;

/// <summary>The border to the mail relay.</summary>
internal interface IMailRelay
{
    /// <summary>Hands one mail over. Never throws for what the relay does.</summary>
    Task<MailAnswer> SendAsync(MimeMessage message, CancellationToken cancel);
}

/// <summary>What became of a mail.</summary>
internal enum MailAnswer
{
    /// <summary>The relay has taken it.</summary>
    Taken,

    /// <summary>Not now: no connection, no TLS, or it asks to come back. If the connection broke at the end, the relay may have it all the same.</summary>
    Later,

    /// <summary>The relay will never take this mail.</summary>
    Never,
}
