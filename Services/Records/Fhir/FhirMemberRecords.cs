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

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>
/// The record client over FHIR R4. One per circuit; it holds connections and nothing that it has read. FHIR ends in this folder: an answer is
/// projected straight into read models and its bytes are zeroed.
/// </summary>
[Enforces(Clauses.NotStored, Clauses.AccessByNeed)]
internal sealed class FhirMemberRecords : IMemberRecords, IDisposable
{
    private readonly RecordConnection connection;
    private readonly SearchPages pages;
    private readonly TimeProvider clock;
    private readonly TimeSpan limit;

    public FhirMemberRecords(RecordSystemOptions options, HttpMessageHandler handler, TimeProvider clock)
    {
        connection = new RecordConnection(options, handler);
        pages = new SearchPages(connection, options.MaxPages);
        (this.clock, limit) = (clock, TimeSpan.FromSeconds(options.TimeoutSeconds));
    }

    public Task<Fetched<MemberIdentity>> IdentityAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Identity, clock.GetUtcNow());
        return OneAsync(Search.Identity(member), entry => IdentityReading.Read(entry, Today), member, cancel);
    }

    public async Task<Fetched<IReadOnlyList<PlanCoverage>>> CoverageAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Coverage, clock.GetUtcNow());
        using var deadline = new Deadline(limit, clock, cancel);
        var whose = new Whose(member, connection.Address);
        var stated = await pages.ReadAsync(Search.Coverage(member), CoverageReading.Read, whose, deadline);
        if (!stated.IsNothing)
            return Answer(stated, ByOrder);
        // a record system without Coverage of its own: the member's claims carry the coverage they were decided under, and only that is taken
        var claims = await pages.ReadAsync(Search.Claims(member), CoverageOnClaims.Read, whose, deadline);
        return Answer(CoverageOnClaims.Distinct(claims), ByOrder);
    }

    public Task<Fetched<IReadOnlyList<Claim>>> ClaimsAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Claims, clock.GetUtcNow());
        return ListAsync(Search.Claims(member), ClaimReading.Read, member, claim => claim.Decided, cancel);
    }

    public Task<Fetched<IReadOnlyList<Visit>>> VisitsAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Services, clock.GetUtcNow());
        return ListAsync(Search.Visits(member), VisitReading.Read, member, visit => visit.Period.Start, cancel);
    }

    public Task<Fetched<IReadOnlyList<Procedure>>> ProceduresAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Services, clock.GetUtcNow());
        return ListAsync(Search.Procedures(member), ProcedureReading.Read, member, procedure => procedure.Performed.Start, cancel);
    }

    public Task<Fetched<IReadOnlyList<MedicationOrder>>> MedicationsAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Medications, clock.GetUtcNow());
        return ListAsync(Search.Medications(member), MedicationReading.Read, member, order => order.Ordered, cancel);
    }

    public Task<Fetched<IReadOnlyList<Condition>>> ConditionsAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Clinical, clock.GetUtcNow());
        return ListAsync(Search.Conditions(member), ConditionReading.Read, member, condition => condition.Onset.Start ?? condition.Recorded, cancel);
    }

    public Task<Fetched<IReadOnlyList<Allergy>>> AllergiesAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Clinical, clock.GetUtcNow());
        return ListAsync(Search.Allergies(member), AllergyReading.Read, member, allergy => allergy.Recorded, cancel);
    }

    public Task<Fetched<IReadOnlyList<Immunization>>> ImmunizationsAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Clinical, clock.GetUtcNow());
        return ListAsync(Search.Immunizations(member), ImmunizationReading.Read, member, immunization => immunization.Given, cancel);
    }

    public Task<Fetched<IReadOnlyList<CareTeam>>> CareTeamsAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Clinical, clock.GetUtcNow());
        return ListAsync(Search.CareTeams(member), CareTeamReading.Read, member, team => team.Period.Start, cancel);
    }

    public Task<Fetched<IReadOnlyList<Observation>>> ResultsAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Results, clock.GetUtcNow());
        return ListAsync(Search.Results(member), ObservationReading.Read, member, observation => observation.Taken.Start, cancel);
    }

    public async Task<Fetched<IReadOnlyList<Message>>> MessagesAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Messages, clock.GetUtcNow());
        using var deadline = new Deadline(limit, clock, cancel);
        var whose = new Whose(member, connection.Address);
        var messages = await pages.ReadAsync(Search.Messages(member), MessageReading.Read, whose, deadline);
        // only who may see one case's entries needs to know whose they are
        if (messages.Problem is not null || grant.Grant.Items is null)
            return Answer(messages, items => MessageReading.WithCases(items, []));
        var requests = await pages.ReadAsync(Search.Requests(member), MessageReading.ReadCase, whose, deadline);
        return requests.Problem is { } problem ? Fetched.Failed<IReadOnlyList<Message>>(problem, clock.GetUtcNow()) : Answer(messages, items => MessageReading.WithCases(items, requests.Items));
    }

    public Task<Fetched<IReadOnlyList<Document>>> DocumentsAsync(AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Documents, clock.GetUtcNow());
        return ListAsync(Search.Documents(member), DocumentReading.Read, member, document => document.Date, cancel);
    }

    public async Task<Fetched<DocumentContent>> DocumentContentAsync(string document, AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(Category.Documents, clock.GetUtcNow());
        using var deadline = new Deadline(limit, clock, cancel);
        return await new DocumentFetch(pages, connection, clock).ReadAsync(document, member, grant.Grant, deadline);
    }

    public async Task<Fetched<IReadOnlyList<RecordCopy>>> CopyAsync(Category category, AuditedGrant grant, CancellationToken cancel)
    {
        var member = grant.Open(category, clock.GetUtcNow());
        using var deadline = new Deadline(limit, clock, cancel);
        var whose = new Whose(member, connection.Address);
        List<RecordCopy> copies = [];
        Completeness all = default;
        foreach (var search in CopyReading.Searches(category, member))
        {
            var gathered = await pages.ReadAsync(search, CopyReading.Read, whose, deadline);
            if (gathered.Problem is { } problem)
                return Fetched.Failed<IReadOnlyList<RecordCopy>>(problem, clock.GetUtcNow());
            copies.AddRange(gathered.Items);
            var one = gathered.Completeness;
            all = new(all.Shown + one.Shown, (all.Stated ?? 0) + (one.Stated ?? one.Shown), all.Unreadable + one.Unreadable, all.NotTheirs + one.NotTheirs, all.CutOff || one.CutOff);
        }
        if (grant.Grant.Scope == Scope.Full)
        {
            var (beside, whole) = await new CopyBeside(pages, connection).OfAsync([.. copies.Where(grant.Grant.Shows)], deadline);
            copies.AddRange(beside);
            all = all with { Shown = all.Shown + beside.Count, Stated = all.Stated + beside.Count, CutOff = all.CutOff || !whole };
        }
        return Fetched.From<IReadOnlyList<RecordCopy>>(copies, all, clock.GetUtcNow());
    }

    public void Dispose() => connection.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static IReadOnlyList<PlanCoverage> ByOrder(IReadOnlyList<PlanCoverage> coverages) =>
        [.. coverages.OrderBy(coverage => coverage.Order ?? int.MaxValue)];

    private async Task<Fetched<IReadOnlyList<T>>> ListAsync<T>(
        Search search, Func<Entry, T?> read, PatientId member, Func<T, Values.PartialDate?> date, CancellationToken cancel) where T : class
    {
        using var deadline = new Deadline(limit, clock, cancel);
        var gathered = await pages.ReadAsync(search, read, new Whose(member, connection.Address), deadline);
        return Answer(gathered, items => Newest.First(items, date));
    }

    /// <summary>A read of one: an answer with someone else in it, and the member not, is an answer about someone else.</summary>
    private async Task<Fetched<T>> OneAsync<T>(Search search, Func<Entry, T?> read, PatientId member, CancellationToken cancel) where T : class
    {
        using var deadline = new Deadline(limit, clock, cancel);
        var gathered = await pages.ReadAsync(search, read, new Whose(member, connection.Address), deadline);
        var now = clock.GetUtcNow();
        if (gathered.Items.Count > 0)
            return Fetched.From(gathered.Items[0], gathered.Completeness, now);
        return Fetched.Failed<T>(gathered switch
        {
            { Problem: { } problem } => problem,
            { Completeness.NotTheirs: > 0 } => RecordProblem.NotTheirs,
            { Completeness.Unreadable: > 0 } => RecordProblem.Unreadable,
            _ => RecordProblem.Unavailable,
        }, now);
    }

    private Fetched<IReadOnlyList<T>> Answer<T>(Gathered<T> gathered, Func<IReadOnlyList<T>, IReadOnlyList<T>> order) where T : class =>
        gathered.Problem is { } problem
            ? Fetched.Failed<IReadOnlyList<T>>(problem, clock.GetUtcNow())
            : Fetched.From(order(gathered.Items), gathered.Completeness, clock.GetUtcNow());
}
