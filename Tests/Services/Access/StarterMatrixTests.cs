using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Access;

/// <summary>Every role, category, relationship and purpose, with and without a sensitive label, against a table written out by hand.</summary>
[Trait("clause", "C13")]
public sealed class StarterMatrixTests
{
    private static readonly PatientId Amy = PatientId.From("amy")!.Value;
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Who, by which need, for what; then Identity Coverage Claims Services Medications Clinical Results Documents Messages.</summary>
    private const string Table = """
        Member            Self                   PatientRequest     full    full full    full    full      full    full full    full
        Representative    BasicRepresentative    PatientRequest     limited full full    none    none      none    none none    none
        Representative    PersonalRepresentative PatientRequest     full    full full    full    full      full    full full    none
        Provider          TreatingPractitioner   Treatment          limited full own     own     full      full    full full    none
        Provider          Emergency              EmergencyTreatment limited full none    full    full      full    full full    none
        ClinicianDesignee TreatingPractitioner   Treatment          limited full own     own     permitted full    full none    none
        MainOfficeContact TreatingPractitioner   Payment            limited full own     none    none      none    none none    none
        Support           AssignedCase           Operations         limited full limited none    none      none    none none    case
        ClaimsExaminer    AssignedCase           Payment            full    full full    full    full      limited none limited none
        CareManager       CareEnrollment         CareManagement     full    full none    full    full      full    full full    full
        PrivacyOfficer    PrivacyReview          Operations         limited none none    none    none      none    none none    none
        """;

    internal static readonly Dictionary<(Role, NeedKind, PurposeOfUse, Category), string> Expected = Table.Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => Enum.GetValues<Category>().Select(category => (
            Key: (Enum.Parse<Role>(words[0]), Enum.Parse<NeedKind>(words[1]), Enum.Parse<PurposeOfUse>(words[2]), category),
            Word: words[3 + (int)category])))
        .ToDictionary(cell => cell.Key, cell => cell.Word);

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public void Every_cell_is_as_the_table_says(Role role)
    {
        var looked = 0;
        foreach (var kind in Enum.GetValues<NeedKind>())
        {
            foreach (var purpose in Enum.GetValues<PurposeOfUse>())
            {
                foreach (var category in Enum.GetValues<Category>())
                {
                    foreach (var (asked, named) in new[] { (false, false), (true, false), (true, true) })
                    {
                        foreach (var permission in new[] { false, true })
                        {
                            var word = Expected.GetValueOrDefault((role, kind, purpose, category), "none");
                            var decision = Ask(role, kind, purpose, category, asked, named, permission);
                            var cell = (role, kind, purpose, category, asked, named, permission);
                            Assert.Equal((cell, Seen(word, kind, asked, named, permission)), (cell, Seen(decision)));
                            looked++;
                        }
                    }
                }
            }
        }
        Assert.Equal(9 * 6 * 9 * 3 * 2, looked);
    }

    [Fact]
    public void The_shipped_rules_hold_nothing_beyond_the_table() =>
        Assert.Equal(
            Expected.Where(cell => cell.Value != "none").Select(cell => cell.Key).Order(),
            StarterRules.All.Select(rule => (rule.Role, rule.Need, rule.Purpose, rule.Category)).Order());

    private static AccessDecision Ask(Role role, NeedKind kind, PurposeOfUse purpose, Category category, bool asked, bool named, bool permission)
    {
        var labels = named ? Sensitivity.Hiv | Sensitivity.SubstanceUse : Sensitivity.None;
        Need[] needs = [
            .. kind == NeedKind.Self ? [] : new[] { NeedOf("need", kind, purpose, labels) },
            .. permission ? new[] { NeedOf("permission", NeedKind.MemberPermission, purpose, Sensitivity.None) } : []];
        var facts = PolicyFacts.Starter with { Needs = needs };
        var actor = new Actor("account", "session", new HashSet<Role> { role }, kind == NeedKind.Self ? Amy : null, HasPersonalPassword: true);
        return PolicySnapshot.Compile(facts).Decide(new AccessRequest(actor, Amy, category, purpose, asked ? Sensitivity.Hiv : Sensitivity.None), Noon);
    }

    private static Need NeedOf(string id, NeedKind kind, PurposeOfUse purpose, Sensitivity labels) => new(
        id, kind, "account", Amy, purpose, Categories.All, labels, Noon.AddMinutes(-5), Noon.AddMinutes(5), "someone", "case-1") { OnBehalfOf = "Practitioner/7" };

    private static string Seen(string word, NeedKind kind, bool asked, bool named, bool permission)
    {
        if (word == "permitted")
            word = permission ? "full with permission" : "none";
        return word == "none" || (kind != NeedKind.Self && asked && !named) ? "none" : kind == NeedKind.Self ? $"{word}, sensitive" : asked ? $"{word}, hiv" : word;
    }

    private static string Seen(AccessDecision decision)
    {
        if (!decision.Allowed)
            return "none";
        var word = (decision.Scope, decision.Condition, decision.Items) switch
        {
            (Scope.Full, ItemCondition.None, null) => "full",
            (Scope.Limited, ItemCondition.None, null) => "limited",
            (Scope.Full, ItemCondition.OwnItems, "Practitioner/7") => "own",
            (Scope.Full, ItemCondition.CaseItems, "case-1") => "case",
            (Scope.Full, ItemCondition.MemberPermits, null) => "full with permission",
            var other => other.ToString(),
        };
        return decision.Labels switch
        {
            Sensitivity.None => word,
            Sensitivity.Hiv => $"{word}, hiv",
            (Sensitivity)31 => $"{word}, sensitive",
            var labels => $"{word}, {(int)labels}",
        };
    }
}
