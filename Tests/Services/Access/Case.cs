using CsCheck;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Access;

/// <summary>One random world with one question in it. The worlds are small, so that needs, people and questions meet often.</summary>
internal sealed record Case(PolicyFacts Facts, AccessRequest Request, DateTimeOffset Now)
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Accounts = ["a", "b", "c"];
    private static readonly PatientId[] Records = [PatientId.From("p1")!.Value, PatientId.From("p2")!.Value];

    private static readonly Gen<Role> Roles = OneOf(Enum.GetValues<Role>());
    private static readonly Gen<PurposeOfUse> Purposes = OneOf(Enum.GetValues<PurposeOfUse>());
    private static readonly Gen<Category> CategoryGen = OneOf(Enum.GetValues<Category>());
    private static readonly Gen<Sensitivity> Labels = Gen.Frequency((3, Gen.Const(Sensitivity.None)), (2, Gen.Int[0, 31].Select(bits => (Sensitivity)bits)));
    private static readonly Gen<Categories> CategorySet = Gen.Frequency((2, Gen.Const(Categories.All)), (2, Gen.Int[0, (int)Categories.All].Select(bits => (Categories)bits)));
    private static readonly Gen<DateTimeOffset> Moment = Gen.Int[-30, 30].Select(minutes => Noon.AddMinutes(minutes));
    private static readonly Gen<PatientId> Record = OneOf(Records);
    private static readonly Gen<string> Account = OneOf(Accounts);

    private static readonly Gen<AccessRule> AnyRule = Gen.Select(
        Roles, Purposes, OneOf(Enum.GetValues<NeedKind>()), CategoryGen, OneOf(Enum.GetValues<Scope>()), Gen.Int[0, 7],
        (role, purpose, kind, category, scope, condition) => new AccessRule(role, purpose, kind, category, scope, (ItemCondition)condition));

    private static readonly Gen<IReadOnlyList<AccessRule>> Rules = Gen.Frequency(
        (3, Gen.Const(StarterRules.All)),
        (1, AnyRule.Array[0, 12].Select(more => (IReadOnlyList<AccessRule>)[.. StarterRules.All, .. more])));

    private static readonly Gen<Need> AnyNeed = Gen.Select(
        OneOf(StarterRules.All.ToArray()), Gen.Int[0, 9], OneOf(Enum.GetValues<NeedKind>()), Account, Record, Purposes,
        Gen.Select(CategorySet, Labels, Moment, Gen.Int[0, 60]),
        (rule, odd, kind, account, record, purpose, rest) => new Need(
            "", odd == 0 ? kind : odd == 1 ? NeedKind.MemberPermission : rule.Need, account, record, odd is 2 ? purpose : rule.Purpose,
            rest.Item1, rest.Item2, rest.Item3.AddMinutes(-15), rest.Item3.AddMinutes(rest.Item4), "someone", "case") { OnBehalfOf = "Practitioner/x" });

    private static readonly Gen<Need[]> Needs = AnyNeed.Array[0, 8].Select(needs => needs.Select((need, n) => need with { Id = $"n{n}" }).ToArray());

    private static readonly Gen<Restriction> AnyRestriction = Gen.Select(
        Record, Account, Gen.Bool, Roles, Gen.Bool, Gen.Select(CategorySet, Moment),
        (record, account, everyone, role, everyRole, rest) =>
            new Restriction("r", record, everyone ? null : account, everyRole ? null : role, rest.Item1, rest.Item2));

    private static readonly Gen<RoleHeld> AnyHeld = Gen.Select(Roles, Gen.Bool, Moment, (role, forever, until) => new RoleHeld(role, forever ? null : until));

    private static readonly RoleHeld[] EveryRole = [.. Enum.GetValues<Role>().Select(role => new RoleHeld(role, null))];

    private static readonly Gen<AccountFacts> AnyAccount = Gen.Select(
        Account, Gen.Frequency((1, AnyHeld.Array[0, 12]), (2, Gen.Const(EveryRole))), Gen.Int[0, 5], Record, Gen.Int[0, 5],
        (account, roles, own, record, relative) => new AccountFacts(account, [.. roles.DistinctBy(held => held.Role)], own == 0 ? record : null)
        { Relatives = relative == 0 ? [record] : [] });

    private static readonly Gen<AccountFacts[]> People = AnyAccount.Array[0, 3].Select(people => people.DistinctBy(one => one.Account).ToArray());

    private static readonly Gen<PolicyFacts> Worlds = Gen.Select(
        Rules, Needs, Gen.Frequency((2, Gen.Const(Array.Empty<Restriction>())), (1, AnyRestriction.Array[0, 2])), People,
        (rules, needs, restrictions, people) => new PolicyFacts { Version = 7, Rules = rules, Needs = needs, Restrictions = restrictions, Accounts = people });

    /// <summary>Any world; the question is often one that a need of this world answers.</summary>
    public static readonly Gen<Case> Any = Gen.Select(
        Worlds, Gen.Int[0, 9], Roles.Array[0, 4], Gen.Select(Account, Record, Gen.Int[0, 3], Gen.Int[0, 19], Gen.Int[0, 19]),
        Gen.Select(CategoryGen, Purposes, Labels, Moment, Gen.Int[0, 7], Gen.Int[0, 999]),
        (facts, pick, roles, who, what) =>
        {
            var asked = pick < facts.Needs.Count ? facts.Needs[pick] : null;
            AccessRule[] cells = asked is null ? [] : [.. StarterRules.All.Where(rule => rule.Need == asked.Kind && rule.Purpose == asked.Purpose)];
            AccessRule? cell = cells.Length > 0 && who.Item4 > 2 ? cells[what.Item6 % cells.Length] : null;
            var subject = asked?.Subject ?? who.Item2;
            var actor = new Actor(
                asked?.Account ?? who.Item1, "session", (cell is { } fits ? roles.Take(who.Item4 % 3).Append(fits.Role) : roles).ToHashSet(),
                who.Item3 == 0 ? who.Item2 : null, HasPersonalPassword: who.Item4 != 19)
            { SessionUntil = who.Item5 == 19 ? Noon : DateTimeOffset.MaxValue, SecondFactorOwed = who.Item4 == 18 };
            var labels = what.Item5 == 0 && asked is not null ? asked.Sensitivity : what.Item5 < 3 ? what.Item3 : Sensitivity.None;
            var stated = (what.Item6 % 5) switch { 0 or 1 => asked?.Id, 2 when what.Item5 == 7 => "n0", 3 when what.Item5 == 6 => "none", _ => null };
            return new Case(facts, new AccessRequest(actor, subject, cell is { } one && who.Item4 % 4 > 0 ? one.Category : what.Item1, asked?.Purpose ?? what.Item2, labels, stated), what.Item4);
        });

    private static Gen<T> OneOf<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(n => values[n]);

    public AccessDecision Decide() => PolicySnapshot.Compile(Facts).Decide(Request, Now);
}
