using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Messages;

/// <summary>
/// A member writes to the plan or asks something of it. The words go to the record system; the portal keeps a number, a clock and where it is. What cannot
/// be kept there is not taken, and the member is told so (C14).
/// </summary>
[Enforces(Clauses.InputServesTheRequest)]
public sealed class MakeRequest(IDbContextFactory<PortalDb> store, AccessPolicy policy, IAuditLog audit, IRequestMail mail, RequestPost post, WriteAllowance allowance, TimeProvider clock)
{
    /// <summary>The number and the date, or why it was not taken.</summary>
    public async Task<RequestMade> RunAsync(Actor by, NewRequest asked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(asked);
        if (Refuse(by, asked) is { } why || by.OwnRecord is not { } own)
            return new(null, null, Refuse(by, asked) ?? RequestRefusal.NotYours);
        if (!allowance.Take(by.AccountId))
            return new(null, null, RequestRefusal.TooMany);
        var (now, number) = (clock.GetUtcNow(), "R-" + SayableCode.New(8));
        var answerBy = RequestTerms.Of(asked.Kind).AnswerBy(now);
        var claim = asked.ClaimId is { } id ? $"ExplanationOfBenefit/{id}" : null;
        await audit.AppendAsync(new AuditEntry(AuditAct.RequestMade, Allowed: true)
        {
            Account = by.AccountId, Session = by.SessionId, Subject = own.Value, Category = Category.Messages, Rule = asked.Kind.ToString(), Target = number,
        }, cancel);
        if ((await mail.BeginAsync(new RequestTask(own, number, asked.Kind, RequestState.Received, now, answerBy) { Claim = claim }, cancel)).Reference is not { } reference)
            return new(null, null, RequestRefusal.NotNow);
        var row = new RequestRow
        {
            Number = number, Kind = asked.Kind, AccountId = by.AccountId, Subject = own.Value, Reference = reference, ClaimReference = claim,
            MadeAt = now, AnswerBy = answerBy, MemberSawAt = now,
        };
        if (await post.SendAsync(by, row, fromMember: true, asked.Words, cancel) is { } failed)
        {
            row.State = RequestState.Withdrawn;
            await post.UpdateAsync(row, CancellationToken.None);
            return new(null, null, failed);
        }
        await using var db = await store.CreateDbContextAsync(CancellationToken.None);
        db.Requests.Add(row);
        await db.SaveChangesAsync(CancellationToken.None);
        return new(number, answerBy, null);
    }

    private RequestRefusal? Refuse(Actor by, NewRequest asked)
    {
        if (by.OwnRecord is not { } own || !by.IsComplete || !Enum.IsDefined(asked.Kind) || !policy.Decide(new AccessRequest(by, own, Category.Messages, PurposeOfUse.PatientRequest)).Allowed)
            return RequestRefusal.NotYours;
        if (RequestTerms.IsAppeal(asked.Kind) && PatientId.From(asked.ClaimId) is null)
            return RequestRefusal.NoClaim;
        return RequestPost.Wrong(asked.Words);
    }
}

/// <summary>What a member asks. Prints nothing (C11).</summary>
public sealed record NewRequest(RequestKind Kind, string Words)
{
    /// <summary>The claim's id in the record system, of an appeal.</summary>
    public string? ClaimId { get; init; }

    public override string ToString() => nameof(NewRequest);
}

/// <summary>What became of it.</summary>
public sealed record RequestMade(string? Number, DateTimeOffset? AnswerBy, RequestRefusal? Refusal);
