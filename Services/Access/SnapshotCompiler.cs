using System.Collections.Frozen;

namespace PrivacyPortal.Services.Access;

/// <summary>Puts facts into the shape in which they are asked for. What makes no sense is left out, and so opens nothing.</summary>
internal sealed class SnapshotCompiler
{
    private readonly Dictionary<string, AccountFacts[]> people;
    private readonly ILookup<string, Restriction> restrictions;
    private readonly HashSet<PatientId> colleagues;
    private readonly IReadOnlyList<Need> needs;

    internal SnapshotCompiler(PolicyFacts facts)
    {
        people = (facts.Accounts ?? []).Where(account => account?.Account is not null)
            .GroupBy(account => account.Account, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);
        colleagues = people.Values.SelectMany(same => same)
            .Where(account => account.OwnRecord is not null && account.Roles.Any(held => (RoleSets.Bit(held.Role) & RoleSets.OfThePlan) != 0))
            .Select(account => account.OwnRecord!.Value).ToHashSet();
        restrictions = (facts.Restrictions ?? []).Where(restriction => restriction?.Subject.Value is not null)
            .ToLookup(restriction => restriction.Subject.Value, StringComparer.Ordinal);
        needs = [.. (facts.Needs ?? []).Where(MakesSense)];
    }

    /// <summary>The roles of each account that is known.</summary>
    internal FrozenDictionary<string, RoleHeld[]> Roles() =>
        people.ToFrozenDictionary(account => account.Key, account => Held(account.Value), StringComparer.Ordinal);

    /// <summary>The relationships of accounts with records, for those that a need connects.</summary>
    internal Dictionary<AccountAndRecord, Relationship> Relationships(FrozenDictionary<string, RoleHeld[]> roles)
    {
        var found = new Dictionary<AccountAndRecord, Relationship>();
        foreach (var theirs in needs.GroupBy(need => need.Account, StringComparer.Ordinal))
        {
            var close = people.GetValueOrDefault(theirs.Key, [])
                .SelectMany(account => account.OwnRecord is { } own ? account.Relatives.Append(own) : account.Relatives).ToHashSet();
            foreach (var of in theirs.GroupBy(need => need.Subject))
            {
                found.Add(new(theirs.Key, of.Key.Value), new Relationship(
                    roles.GetValueOrDefault(theirs.Key),
                    [.. of.OrderBy(need => need.Id, StringComparer.Ordinal).ThenBy(need => need.Kind).ThenByDescending(need => need.Until)],
                    [.. restrictions[of.Key.Value]],
                    close.Contains(of.Key),
                    colleagues.Contains(of.Key)));
            }
        }
        return found;
    }

    private static RoleHeld[] Held(AccountFacts[] account) => account.Length == 1
        ? [.. account[0].Roles]
        // two entries for one account: only what both say, and only until the earlier end
        : [.. account[0].Roles.Where(held => account.All(one => one.Roles.Any(other => other.Role == held.Role)))
            .Select(held => held with { RenewBy = account.SelectMany(one => one.Roles).Where(other => other.Role == held.Role).Min(other => other.RenewBy ?? DateTimeOffset.MaxValue) })];

    // a need of one's own with oneself is no need: the own record opens by its own rule only
    private static bool MakesSense(Need? need) =>
        need is { Id: not null, Account: not null, Subject.Value: not null } && need.Kind is > NeedKind.Self and <= NeedKind.MemberPermission;
}
