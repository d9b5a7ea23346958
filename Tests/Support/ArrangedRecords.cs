using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Takeaway;

namespace PrivacyPortal.Tests.Support;

/// <summary>A record system that has only what a test arranged; anything else is a fault of the test and says so.</summary>
internal sealed class ArrangedRecords : IMemberRecords
{
    internal static readonly DateTimeOffset At = new(2026, 3, 4, 10, 2, 0, TimeSpan.Zero);
    private readonly Dictionary<Type, Func<object>> answers = [];

    /// <summary>Fetches so far, by what was fetched.</summary>
    public List<string> Asked { get; } = [];

    public void Has<T>(params T[] items) => Answers<IReadOnlyList<T>>(() => Task.FromResult(Fetched.From<IReadOnlyList<T>>(items, new Completeness(items.Length, items.Length, 0, 0, false), At)));

    public void HasPartOf<T>(Completeness completeness, params T[] items) => Answers<IReadOnlyList<T>>(() => Task.FromResult(Fetched.From<IReadOnlyList<T>>(items, completeness, At)));

    public void Is(MemberIdentity person) => Answers<MemberIdentity>(() => Task.FromResult(Fetched.From(person, new Completeness(1, 1, 0, 0, false), At)));

    public void Is(DocumentContent content) => Answers<DocumentContent>(() => Task.FromResult(Fetched.From(content, new Completeness(1, 1, 0, 0, false), At)));

    public void Fails<T>(RecordProblem problem) where T : class => Answers<T>(() => Task.FromResult(Fetched.Failed<T>(problem, At)));

    /// <summary>Does not answer until the test does.</summary>
    public TaskCompletionSource<Fetched<T>> Waits<T>() where T : class
    {
        var source = new TaskCompletionSource<Fetched<T>>();
        Answers<T>(() => source.Task);
        return source;
    }

    public Task<Fetched<MemberIdentity>> IdentityAsync(AuditedGrant grant, CancellationToken cancel) => Answer<MemberIdentity>();

    public Task<Fetched<IReadOnlyList<PlanCoverage>>> CoverageAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<PlanCoverage>>();

    public Task<Fetched<IReadOnlyList<Claim>>> ClaimsAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<Claim>>();

    public Task<Fetched<IReadOnlyList<Visit>>> VisitsAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<Visit>>();

    public Task<Fetched<IReadOnlyList<Procedure>>> ProceduresAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<Procedure>>();

    public Task<Fetched<IReadOnlyList<MedicationOrder>>> MedicationsAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<MedicationOrder>>();

    public Task<Fetched<IReadOnlyList<Condition>>> ConditionsAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<Condition>>();

    public Task<Fetched<IReadOnlyList<Allergy>>> AllergiesAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<Allergy>>();

    public Task<Fetched<IReadOnlyList<Immunization>>> ImmunizationsAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<Immunization>>();

    public Task<Fetched<IReadOnlyList<CareTeam>>> CareTeamsAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<CareTeam>>();

    public Task<Fetched<IReadOnlyList<Observation>>> ResultsAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<Observation>>();

    public Task<Fetched<IReadOnlyList<Message>>> MessagesAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<Message>>();

    public Task<Fetched<IReadOnlyList<Document>>> DocumentsAsync(AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<Document>>();

    public Task<Fetched<DocumentContent>> DocumentContentAsync(string document, AuditedGrant grant, CancellationToken cancel) => Answer<DocumentContent>();

    public Task<Fetched<IReadOnlyList<RecordCopy>>> CopyAsync(Category category, AuditedGrant grant, CancellationToken cancel) => Answer<IReadOnlyList<RecordCopy>>();

    private void Answers<T>(Func<Task<Fetched<T>>> answer) where T : class => answers[typeof(T)] = answer;

    private Task<Fetched<T>> Answer<T>() where T : class
    {
        var what = typeof(T).IsGenericType ? typeof(T).GenericTypeArguments[0].Name : typeof(T).Name;
        Asked.Add(what);
        return answers.TryGetValue(typeof(T), out var answer)
            ? (Task<Fetched<T>>)answer()
            : throw new InvalidOperationException($"No {what} was arranged; call records.Has(...) first.");
    }
}
