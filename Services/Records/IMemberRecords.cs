using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Takeaway;

namespace PrivacyPortal.Services.Records;

/// <summary>
/// The plan's system of record, read for one audited grant at a time. Each method fetches only what its name says, checks that every resource
/// is the granted member's, and never throws for what the record system does: a failure is a <see cref="RecordProblem"/>.
/// </summary>
/// <remarks>
/// C13: cannot be called without an <see cref="AuditedGrant"/>; a grant for another category, or past its end, is an
/// <see cref="InvalidOperationException"/> before anything is sent. C11: nothing is cached.
/// </remarks>
public interface IMemberRecords
{
    /// <summary>Category Identity.</summary>
    Task<Fetched<MemberIdentity>> IdentityAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Coverage; primary first, then as the source orders them.</summary>
    Task<Fetched<IReadOnlyList<PlanCoverage>>> CoverageAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Claims; newest decision first, undated last.</summary>
    Task<Fetched<IReadOnlyList<Claim>>> ClaimsAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Services; newest first, undated last.</summary>
    Task<Fetched<IReadOnlyList<Visit>>> VisitsAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Services; newest first, undated last.</summary>
    Task<Fetched<IReadOnlyList<Procedure>>> ProceduresAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Medications; newest order first, undated last.</summary>
    Task<Fetched<IReadOnlyList<MedicationOrder>>> MedicationsAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Clinical; newest first, undated last.</summary>
    Task<Fetched<IReadOnlyList<Condition>>> ConditionsAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Clinical.</summary>
    Task<Fetched<IReadOnlyList<Allergy>>> AllergiesAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Clinical; newest first, undated last.</summary>
    Task<Fetched<IReadOnlyList<Immunization>>> ImmunizationsAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Clinical.</summary>
    Task<Fetched<IReadOnlyList<CareTeam>>> CareTeamsAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Results; newest first, undated last.</summary>
    Task<Fetched<IReadOnlyList<Observation>>> ResultsAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Messages; newest first, undated last.</summary>
    Task<Fetched<IReadOnlyList<Message>>> MessagesAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Documents; newest first, undated last. Nothing of what is in them.</summary>
    Task<Fetched<IReadOnlyList<Document>>> DocumentsAsync(AuditedGrant grant, CancellationToken cancel);

    /// <summary>Category Documents; what is in one of the member's own documents, to be overwritten by whom it is given to.</summary>
    Task<Fetched<DocumentContent>> DocumentContentAsync(string document, AuditedGrant grant, CancellationToken cancel);

    /// <summary>Everything of one category as the record system wrote it, for whom takes the record along.</summary>
    Task<Fetched<IReadOnlyList<RecordCopy>>> CopyAsync(Category category, AuditedGrant grant, CancellationToken cancel);
}
