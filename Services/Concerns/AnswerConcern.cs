using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Concerns;

/// <summary>The officer whose review it is answers: the words go to the record system, a member is told that there is an answer, a visitor finds it by number and word, and the review ends (C22).</summary>
[Enforces(Clauses.ConcernsAnswered)]
public sealed class AnswerConcern(IDbContextFactory<PortalDb> store, AccessPolicy policy, IAuditLog audit, IConcernWords words, ITellMember tell, CloseCase close, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<ConcernRefusal?> RunAsync(Actor officer, string number, string text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(officer);
        if (string.IsNullOrWhiteSpace(text))
            return ConcernRefusal.Empty;
        if (text.Length > RaiseConcern.MostCharacters)
            return ConcernRefusal.TooLong;
        await using var db = await store.CreateDbContextAsync(cancel);
        var concern = await db.Concerns.SingleOrDefaultAsync(row => row.Number == number && row.State == ConcernState.InReview && (row.TakenBy == officer.AccountId || db.Cases.Any(
            work => work.Id == row.CaseId && work.AssigneeId == officer.AccountId && work.ClosedAt == null)), cancel);
        var subject = PatientId.From(concern?.Subject);
        if (concern is null || (concern.TakenBy is not null && !policy.Holds(officer.AccountId, officer.Roles, Role.PrivacyOfficer)))
            return ConcernRefusal.NotThere;
        if ((await words.WriteAsync(new ConcernLetter(subject, number, text.Trim()) { Answers = concern.Reference }, cancel)).Reference is not { } answer)
            return ConcernRefusal.NotNow;
        (concern.State, concern.AnsweredAt, concern.AnsweredBy, concern.AnswerReference) = (ConcernState.Answered, clock.GetUtcNow(), officer.AccountId, answer);
        if (subject is { } member)
            await tell.EncloseAsync(db, member, NoticeKind.ConcernAnswered, cancel);
        var entry = new AuditEntry(AuditAct.ConcernAnswered, Allowed: true) { Account = officer.AccountId, Session = officer.SessionId, Subject = subject?.Value, Target = number };
        await audit.SaveAsync(db, entry, CancellationToken.None);
        if (concern.CaseId is { } review)
            await close.RunAsync(officer, review, CancellationToken.None);
        return null;
    }
}
