using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>The way of a text into the record system: first the audit says that it goes, then it goes (C13, C14).</summary>
public sealed class RequestPost(IAuditLog audit, IRequestMail mail)
{
    internal static RequestRefusal? Wrong(string? words) =>
        string.IsNullOrWhiteSpace(words) ? RequestRefusal.Empty : words.Length > RequestTerms.MostCharacters ? RequestRefusal.TooLong : null;

    /// <summary>Null when it is there.</summary>
    internal async Task<RequestRefusal?> SendAsync(Actor writer, RequestRow row, bool fromMember, string words, CancellationToken cancel)
    {
        if (PatientId.From(row.Subject) is not { } subject)
            return RequestRefusal.NotThere;
        var entry = new AuditEntry(AuditAct.MessageWritten, Allowed: true)
        {
            Account = writer.AccountId,
            Session = writer.SessionId,
            Roles = writer.Roles,
            Subject = subject.Value,
            Category = Category.Messages,
            Role = fromMember ? Role.Member : RequestTerms.Of(row.Kind).Role,
            Target = row.Number,
        };
        await audit.AppendAsync(entry, cancel);
        return (await mail.WriteAsync(new RequestLetter(subject, row.Number, row.Reference, fromMember, words.Trim()), cancel)).Reference is null ? RequestRefusal.NotNow : null;
    }

    /// <summary>Says in the record system how far it is; null when that is done.</summary>
    internal async Task<RequestRefusal?> UpdateAsync(RequestRow row, CancellationToken cancel) =>
        TaskOf(row) is { } task && (await mail.UpdateAsync(row.Reference, task, cancel)).Reference is not null ? null : RequestRefusal.NotNow;

    private static RequestTask? TaskOf(RequestRow row) => PatientId.From(row.Subject) is { } subject
        ? new RequestTask(subject, row.Number, row.Kind, row.State, row.MadeAt, row.AnswerBy) { CaseId = row.CaseId, Claim = row.ClaimReference } : null;
}
