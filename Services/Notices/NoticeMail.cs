using MimeKit;
using MimeKit.Text;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Notices;

/// <summary>Makes the mail of a notice: one receiver, the fixed texts, a Message-Id that is the notice's own however often it is sent (C17).</summary>
/// <remarks>A notice with a slot is another mail at every try: what fills the slot is drawn anew.</remarks>
[Enforces(Clauses.EmailCarriesNothing)]
internal static class NoticeMail
{
    /// <summary>Null when the address is not exactly one plain mailbox: nothing that was read is ever taken for more than one receiver or for a header.</summary>
    internal static MimeMessage? For(NoticeRow notice, string address, NoticeSlot? slot, SmtpOptions smtp, string plan, DateTimeOffset now)
    {
        if (Receiver(address) is not { } receiver)
            return null;
        var message = new MimeMessage { Subject = NoticeTexts.Subject, Date = now, MessageId = $"{notice.Id}{(slot is null ? "" : $".{notice.Attempts}")}@{DomainOf(smtp.From)}" };
        message.From.Add(new MailboxAddress(plan, smtp.From.Trim()));
        message.To.Add(receiver);
        // no machine answers a notice, and no answer of one comes back
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart(TextFormat.Plain) { Text = slot is { } filled ? NoticeTexts.Body(notice.Kind, filled) : NoticeTexts.Body(notice.Kind), ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        return message;
    }

    private static MailboxAddress? Receiver(string address)
    {
        if (address.Length > 254 || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"' or '(' or ')' or ':' or '\\'))
            return null;
        return MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address && address.Count(c => c == '@') == 1 && !address.StartsWith('@') && !address.EndsWith('@')
            ? new MailboxAddress("", address) : null;
    }

    private static string DomainOf(string from) => from.Trim()[(from.Trim().LastIndexOf('@') + 1)..];
}
