using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Services.Members;

/// <summary>
/// Finds a member for someone at work: by exact identifiers only, a few times in ten minutes, and each search stands in the audit, hit or not, before it is
/// answered. That a member was found opens nothing: a need does (C13).
/// </summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class FindMember(IMemberDirectory directory, IAuditLog audit, AccessPolicy policy, SearchAllowance allowance)
{
    private static readonly Role[] Searchers =
        [Role.Provider, Role.ClinicianDesignee, Role.MainOfficeContact, Role.Support, Role.ClaimsExaminer, Role.CareManager, Role.PrivacyOfficer];

    /// <summary>The member, or why there is no answer.</summary>
    public async Task<FindAnswer> RunAsync(Actor by, MemberIdentifiers? identifiers, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var (found, why) = await SearchAsync(by, identifiers, cancel);
        var entry = new AuditEntry(AuditAct.MemberSearched, Allowed: found is not null)
        {
            Account = by.AccountId,
            Session = by.SessionId,
            Roles = by.Roles,
            Subject = found?.Value,
            Reason = why?.ToString(),
        };
        try
        {
            await audit.AppendAsync(entry, cancel);
        }
        catch (AuditUnavailableException)
        {
            return new(null, FindRefusal.NotAudited);
        }
        return new(found, why);
    }

    private async Task<(PatientId? Found, FindRefusal? Why)> SearchAsync(Actor by, MemberIdentifiers? identifiers, CancellationToken cancel)
    {
        if (!by.IsComplete || !Searchers.Any(role => policy.Holds(by.AccountId, by.Roles, role)))
            return (null, FindRefusal.NotYourOffice);
        if (!allowance.Take(by.AccountId))
            return (null, FindRefusal.TooOften);
        if (identifiers is null)
            return (null, FindRefusal.NobodyThere);
        var answer = await directory.FindAsync(identifiers, cancel);
        return answer switch
        {
            { Problem: not null } => (null, FindRefusal.RecordsFailed),
            { Subject: { } subject } => (subject, null),
            _ => (null, FindRefusal.NobodyThere),
        };
    }
}

/// <summary>The member, or why nobody was found.</summary>
public readonly record struct FindAnswer(PatientId? Subject, FindRefusal? Refusal)
{
    public override string ToString() => nameof(FindAnswer);
}

/// <summary>Why nobody was found.</summary>
public enum FindRefusal
{
    /// <summary>No member has both identifiers, or more than one has.</summary>
    NobodyThere,

    /// <summary>The account has searched too often.</summary>
    TooOften,

    /// <summary>The account holds no role that searches.</summary>
    NotYourOffice,

    /// <summary>The record system did not answer.</summary>
    RecordsFailed,

    /// <summary>It could not be written down, so it is not answered.</summary>
    NotAudited,
}
