using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Services.Access;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App;

/// <summary>
/// Every role, category, relationship and purpose, with and without a sensitive label, through the real host: its policy, its audit over its store, its
/// record client. What the record system is asked, what leaves the record client, and what stands in the page that is sent, against the table written by hand.
/// </summary>
[Trait("clause", "C13")]
public sealed partial class EveryCellTests(EveryCellTests.RecordedHost shared) : IClassFixture<EveryCellTests.RecordedHost>
{
    private static readonly PatientId Amy = PatientId.From("amy")!.Value;

    private static readonly Dictionary<Category, string[]> Types = new()
    {
        [Category.Identity] = ["Patient"],
        [Category.Coverage] = ["Coverage"],
        [Category.Claims] = ["ExplanationOfBenefit"],
        [Category.Services] = ["Encounter", "Procedure"],
        [Category.Medications] = ["MedicationRequest"],
        [Category.Clinical] = ["AllergyIntolerance", "CareTeam", "Condition", "Immunization"],
        [Category.Results] = ["Observation"],
        [Category.Documents] = ["DocumentReference"],
        [Category.Messages] = ["Communication"],
    };

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task What_crosses_the_wire_is_what_the_table_says(Role role)
    {
        var host = shared.Host;
        var cells = CellsOf(role);
        Assert.Equal(10 * 6 * 3, cells.Count);
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 24, CancellationToken = TestContext.Current.CancellationToken }, async (cell, _) => await LookAsync(host, cell));
        var (allowed, refused) = await CountAsync(host, role);
        var drawn = cells.Where(cell => cell.IsDrawn).ToList();
        Assert.Equal((cells.Concat(drawn).Sum(Fetches), (cells.Count + drawn.Count) * 13), (allowed, allowed + refused));
    }

    private static List<Cell> CellsOf(Role role) => [..
        from kind in Enum.GetValues<NeedKind>().Select(kind => (NeedKind?)kind).Append(null)
        from purpose in Enum.GetValues<PurposeOfUse>()
        from sensitive in new[] { (Asked: false, Named: false), (Asked: true, Named: false), (Asked: true, Named: true) }
        select new Cell(role, kind, purpose, sensitive.Asked, sensitive.Named)];

    private static async Task LookAsync(PortalHost host, Cell cell)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (visit, records) = (scope.ServiceProvider.GetRequiredService<MemberVisit>(), scope.ServiceProvider.GetRequiredService<CanaryRecordSystem>());
        var own = cell.Need == NeedKind.Self ? Amy : (PatientId?)null;
        visit.Begin(new Actor(cell.Account, $"session-{cell.Account}", new HashSet<Role> { cell.Role }, own, HasPersonalPassword: true));
        var record = visit.OpenOther(Amy, cell.Purpose, cell.Asked ? Sensitivity.Hiv : Sensitivity.None);
        var expected = Expected(cell);
        Held[] held = [
            visit.Open(Sections.Identity, record), visit.Open(Sections.Coverage, record), visit.Open(Sections.Claims, record), visit.Open(Sections.Visits, record),
            visit.Open(Sections.Procedures, record), visit.Open(Sections.Medications, record), visit.Open(Sections.Conditions, record), visit.Open(Sections.Allergies, record),
            visit.Open(Sections.Immunizations, record), visit.Open(Sections.CareTeams, record), visit.Open(Sections.Results, record),
            visit.Open(Sections.Documents, record), visit.Open(Sections.Messages, record)];
        await WaitFor.TrueAsync(() => held.All(section => section.State != HeldState.Loading));
        Assert.Equal((cell, FetchedBy(cell)), (cell, string.Join(' ', records.Asked())));
        var left = Words(JsonSerializer.Serialize(held.Select(ValueOf), Json));
        Assert.Equal((cell, string.Join('\n', expected)), (cell, string.Join('\n', left)));
        Assert.All(held.Where(section => section.State == HeldState.Refused), section => Assert.False(string.IsNullOrEmpty(DecisionSentence.Of(section.Decision!.Value, SentenceLanguage.English))));
        visit.Close(held);
        if (!cell.IsDrawn)
            return;
        var sent = Words(await PageOf.RecordAsync(scope.ServiceProvider, record));
        Assert.Equal((cell, FetchedBy(cell)), (cell, string.Join(' ', records.Asked())));
        Assert.Equal((cell, ""), (cell, string.Join('\n', sent.Except(expected))));
        Assert.Equal(expected.Where(ShownAtOnce), sent.Where(ShownAtOnce));
    }

    private static IEnumerable<Need> NeedsOf(Cell cell) => cell.Need is not { } kind || kind == NeedKind.Self ? [] :
    [
        new Need($"need-{cell.Account}", kind, cell.Account, Amy, cell.Purpose, Categories.All, cell.Named ? Sensitivity.Hiv : Sensitivity.None,
            PortalHost.Began.AddMinutes(-5), PortalHost.Began.AddMinutes(5), "someone", "case-1") { OnBehalfOf = "Practitioner/7" },
    ];

    private static string WordOf(Cell cell, Category category)
    {
        var word = cell.Need is { } kind ? StarterMatrixTests.Expected.GetValueOrDefault((cell.Role, kind, cell.Purpose, category), "none") : "none";
        return word is "permitted" || (cell.Need != NeedKind.Self && cell.Asked && !cell.Named) ? "none" : word;
    }

    private static string FetchedBy(Cell cell) =>
        string.Join(' ', Enum.GetValues<Category>().Where(category => WordOf(cell, category) != "none").SelectMany(category => WordOf(cell, category) == "case" ? [.. Types[category], "Task"] : Types[category]).Order(StringComparer.Ordinal));

    private static int Fetches(Cell cell) => Enum.GetValues<Category>().Where(category => WordOf(cell, category) != "none").Sum(category => Types[category].Length);

    private static string[] Expected(Cell cell) => [.. Enum.GetValues<Category>().SelectMany(category => Types[category].SelectMany(type => Of(cell, WordOf(cell, category), type))).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Of(Cell cell, string word, string type)
    {
        if (word == "none")
            yield break;
        string[] kinds = type == "Patient" ? ["plain"] : [
            "plain", .. cell.Need == NeedKind.Self || (cell.Asked && cell.Named) ? new[] { "hiv" } : [], .. word is "own" or "case" ? Array.Empty<string>() : ["others"]];
        foreach (var kind in kinds)
        {
            // of a message, a limited scope keeps only when it was sent
            if (type != "Communication")
                yield return $"{kind}-{type}-limited";
            if (word != "limited")
                yield return $"{kind}-{type}-full";
        }
    }

    private static async Task<(int Allowed, int Refused)> CountAsync(PortalHost host, Role role)
    {
        var rows = (await host.AuditAsync()).Where(row => row.Contains($"\"account\":\"{role}-", StringComparison.Ordinal))
            .Select(row => JsonDocument.Parse(row).RootElement).Where(row => row.GetProperty("act").GetString() == "RecordRead").ToList();
        return (rows.Count(row => row.GetProperty("ok").GetBoolean()), rows.Count(row => !row.GetProperty("ok").GetBoolean()));
    }

    private static void Recording(IServiceCollection services)
    {
        services.AddScoped<CanaryRecordSystem>();
        services.AddScoped<IMemberRecords>(provider => new GrantedRecords(new FhirMemberRecords(
            provider.GetRequiredService<IOptions<RecordSystemOptions>>().Value, provider.GetRequiredService<CanaryRecordSystem>(), provider.GetRequiredService<TimeProvider>())));
    }

    // names stand on the page as they are; claims and results are drawn row by row, and only once a browser has said what is in view
    private static bool ShownAtOnce(string word) => !RowByRow.Any(type => word.Contains(type, StringComparison.Ordinal)) && word.EndsWith("limited", StringComparison.Ordinal);

    private static readonly string[] RowByRow = ["ExplanationOfBenefit", "Observation"];

    private static object? ValueOf(Held held) => held.GetType().GetProperty("Value")!.GetValue(held);

    private static string[] Words(string text) => [.. Canary().Matches(text).Select(found => found.Value.Replace(' ', '-')).Distinct().Order(StringComparer.Ordinal)];

    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    [GeneratedRegex("(plain|hiv|others)[- ][A-Za-z]+[- ](limited|full)")]
    private static partial Regex Canary();

    /// <summary>One host for all: each cell has an account of its own in the policy.</summary>
    public sealed class RecordedHost : IAsyncLifetime
    {
        internal PortalHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await PortalHost.StartAsync(services: Recording);
            var needs = Enum.GetValues<Role>().SelectMany(CellsOf).SelectMany(NeedsOf);
            Host.Services.GetRequiredService<CurrentPolicy>().Replace(PolicySnapshot.Compile(PolicyFacts.Starter with { Needs = [.. needs] }));
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    private sealed record Cell(Role Role, NeedKind? Need, PurposeOfUse Purpose, bool Asked, bool Named)
    {
        // a label that is asked for and not named closes the whole question: nothing has come that a page could show
        public bool IsDrawn => !Asked || Named;

        public string Account => $"{Role}-{Need}-{Purpose}-{Asked}-{Named}";
    }
}
