using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Messages;

/// <summary>Opens a request for whose work it is: its words are read from the record system under the case, and the member sees that they were (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class ReadRequest(IDbContextFactory<PortalDb> store, RequestWork work, IAuditLog audit, IRequestMail mail, TimeProvider clock)
{
    /// <summary>Whose it is and for what purpose it opens; null when it is not the employee's work.</summary>
    public async Task<(PatientId Subject, PurposeOfUse Purpose)?> WhoseAsync(Actor employee, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employee);
        await using var db = await store.CreateDbContextAsync(cancel);
        return await work.MineAsync(db, employee, number, cancel) is { } row && PatientId.From(row.Subject) is { } subject
            ? (subject, CaseTerms.Of(RequestTerms.Of(row.Kind).Work).Purpose) : null;
    }

    /// <summary>The words, the newest first, or why not. Whoever asks holds them no longer than they are shown (C12).</summary>
    public async Task<RequestText> RunAsync(Actor employee, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(employee);
        await using var db = await store.CreateDbContextAsync(cancel);
        if (await work.MineAsync(db, employee, number, cancel) is not { } row || PatientId.From(row.Subject) is not { } subject || RequestWork.ByTheRules(row.Kind))
            return new(null, RequestRefusal.NotThere);
        var terms = CaseTerms.Of(RequestTerms.Of(row.Kind).Work);
        var errand = await RequestErrand.WriteAsync(audit, employee, terms.Role, terms.Purpose, terms.Need, subject, number, clock.GetUtcNow(), cancel);
        return (await mail.ReadAsync(errand, cancel)).Value is { } messages ? new(messages, null) : new(null, RequestRefusal.NotNow);
    }
}

/// <summary>The words of a request. Prints nothing (C11).</summary>
public sealed record RequestText(IReadOnlyList<Message>? Messages, RequestRefusal? Refusal)
{
    public override string ToString() => nameof(RequestText);
}
