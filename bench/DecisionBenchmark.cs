using System.Security.Claims;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Bench;

/// <summary>
/// One decision with 100 rules and 10,000 needs of 500 accounts, over 4,096 questions in turn, beside the framework's own authorization service asked
/// the same with one requirement. Goal: at most 100 ns and nothing allocated on the permit path.
/// </summary>
[MemoryDiagnoser]
public class DecisionBenchmark
{
    private const int Accounts = 500;
    private const int NeedsEach = 20;
    private const int Questions = 4096;

    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();
    private AccessRequest[] permitted = [];
    private AccessRequest[] refused = [];
    private ClaimsPrincipal[] principals = [];
    private PolicySnapshot snapshot = PolicySnapshot.Compile(PolicyFacts.Starter);
    private ServiceProvider services = null!;
    private IAuthorizationService framework = null!;
    private int next;

    [GlobalSetup]
    public void Setup()
    {
        var extra = Enum.GetValues<Category>().SelectMany(category => Enum.GetValues<PurposeOfUse>()
            .Select(purpose => new AccessRule(Role.Representative, purpose, NeedKind.CareEnrollment, category, Scope.Limited)));
        var needs = Enumerable.Range(0, Accounts * NeedsEach).Select(n => new Need(
            Id(1, n), NeedKind.TreatingPractitioner, Id(2, n / NeedsEach), Patient(n), PurposeOfUse.Treatment, Categories.All, default,
            now.AddDays(-1), now.AddDays(1), "records", "CareTeam/1")
        { OnBehalfOf = "Practitioner/1" }).ToArray();
        var people = Enumerable.Range(0, Accounts).Select(n => new AccountFacts(Id(2, n), [new RoleHeld(Role.Provider, now.AddDays(30))], null)).ToArray();
        snapshot = PolicySnapshot.Compile(new PolicyFacts { Version = 1, Rules = [.. StarterRules.All.Concat(extra).Take(100)], Needs = needs, Accounts = people });
        var random = new Random(7);
        var actors = people.Select(one => new Actor(one.Account, "session", new HashSet<Role> { Role.Provider }, null, HasPersonalPassword: true)).ToArray();
        var asked = Enumerable.Range(0, Questions).Select(_ => random.Next(needs.Length)).ToArray();
        // as from a session: the references are equal strings, not the same ones
        permitted = [.. asked.Select(n => new AccessRequest(actors[n / NeedsEach], Patient(n), (Category)random.Next(1, 8), PurposeOfUse.Treatment))];
        refused = [.. asked.Select(n => new AccessRequest(actors[(n / NeedsEach + 1) % Accounts], Patient(n), Category.Results, PurposeOfUse.Treatment))];
        principals = [.. actors.Select(actor => new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, actor.AccountId), new(ClaimTypes.Role, nameof(Role.Provider))], "bench")))];
        services = new ServiceCollection().AddLogging().AddAuthorizationCore(options => options.AddPolicy("need", policy => policy
            .RequireRole(nameof(Role.Provider)).AddRequirements(new NeedRequirement()))).AddSingleton<IAuthorizationHandler>(new NeedHandler(needs)).BuildServiceProvider();
        framework = services.GetRequiredService<IAuthorizationService>();
        if (permitted.Any(question => !snapshot.Decide(question, now).Allowed) || refused.Any(question => snapshot.Decide(question, now).Allowed))
            throw new InvalidOperationException("The questions are not what they are called.");
        if (!FrameworkPermits().Result)
            throw new InvalidOperationException("The framework does not permit what is permitted.");
    }

    [GlobalCleanup]
    public void Cleanup() => services.Dispose();

    [Benchmark(Baseline = true)]
    public bool Permit() => snapshot.Decide(permitted[next++ & (Questions - 1)], now).Allowed;

    [Benchmark]
    public bool Refuse() => snapshot.Decide(refused[next++ & (Questions - 1)], now).Allowed;

    [Benchmark]
    public bool PermitWithTheClock() => snapshot.Decide(permitted[next++ & (Questions - 1)], TimeProvider.System.GetUtcNow()).Allowed;

    [Benchmark]
    public async Task<bool> FrameworkPermits()
    {
        var n = next++ & (Questions - 1);
        var question = permitted[n];
        var principal = principals[int.Parse(question.Actor.AccountId.AsSpan(^4), System.Globalization.CultureInfo.InvariantCulture)];
        return (await framework.AuthorizeAsync(principal, question.Subject.Value, "need")).Succeeded;
    }

    [Benchmark]
    public PolicySnapshot Compile() => PolicySnapshot.Compile(snapshot.Facts);

    private static string Id(int kind, int n) => $"{kind:x8}-5a1c-4b7e-9d20-0000{n:D8}";

    private static PatientId Patient(int n) => PatientId.From(Id(3, n))!.Value;

    private sealed class NeedRequirement : IAuthorizationRequirement;

    private sealed class NeedHandler(Need[] needs) : AuthorizationHandler<NeedRequirement, string>
    {
        private readonly Dictionary<(string, string), Need> byPair = needs.ToDictionary(need => (need.Account, need.Subject.Value));

        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedRequirement requirement, string resource)
        {
            if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account && byPair.TryGetValue((account, resource), out var need)
                && need.Until > TimeProvider.System.GetUtcNow())
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
