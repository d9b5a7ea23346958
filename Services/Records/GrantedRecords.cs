using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Takeaway;

namespace PrivacyPortal.Services.Records;

/// <summary>Stands before the record client: nothing that it read leaves this folder but through the view of the grant (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
internal sealed class GrantedRecords(IMemberRecords client) : IMemberRecords, IDisposable
{
    public async Task<Fetched<MemberIdentity>> IdentityAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.IdentityAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<PlanCoverage>>> CoverageAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.CoverageAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<Claim>>> ClaimsAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.ClaimsAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<Visit>>> VisitsAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.VisitsAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<Procedure>>> ProceduresAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.ProceduresAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<MedicationOrder>>> MedicationsAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.MedicationsAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<Condition>>> ConditionsAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.ConditionsAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<Allergy>>> AllergiesAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.AllergiesAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<Immunization>>> ImmunizationsAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.ImmunizationsAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<CareTeam>>> CareTeamsAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.CareTeamsAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<Observation>>> ResultsAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.ResultsAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<Message>>> MessagesAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.MessagesAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<Document>>> DocumentsAsync(AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.DocumentsAsync(grant, cancel), LimitedView.Of);

    public async Task<Fetched<DocumentContent>> DocumentContentAsync(string document, AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.DocumentContentAsync(document, grant, cancel), LimitedView.Of);

    public async Task<Fetched<IReadOnlyList<RecordCopy>>> CopyAsync(Category category, AuditedGrant grant, CancellationToken cancel) =>
        GrantedView.Of(grant.Grant, await client.CopyAsync(category, grant, cancel), LimitedView.Of);

    public void Dispose() => (client as IDisposable)?.Dispose();
}
