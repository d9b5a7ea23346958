using System.Collections.Frozen;

namespace PrivacyPortal.Services.Access;

/// <summary>Puts facts into the shape in which they are asked for: by account, then by record. What makes no sense is left out, and so opens nothing.</summary>
internal static class SnapshotCompiler
{
    internal static FrozenDictionary<string, PolicySnapshot.Known> Compile(PolicyFacts facts)
    {
        var people = (facts.Accounts ?? []).Where(account => account?.Account is not null)
            .GroupBy(account => account.Account, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);
        var colleagues = people.Values.SelectMany(same => same)
            .Where(account => account.OwnRecord is not null && account.Roles.Any(held => (RoleSets.Bit(held.Role) & RoleSets.OfThePlan) != 0))
            .Select(account => account.OwnRecord!.Value).ToHashSet();
        var restrictions = (facts.Restrictions ?? []).Where(restriction => restriction?.Subject.Value is not null).ToLookup(restriction => restriction.Subject);
        var needs = (facts.Needs ?? []).Where(MakesSense).ToLookup(need => need.Account, StringComparer.Ordinal);
        return people.Keys.Concat(needs.Select(of => of.Key)).Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(id => id, id => Know(people.GetValueOrDefault(id), needs[id]), StringComparer.Ordinal);

        PolicySnapshot.Known Know(AccountFacts[]? account, IEnumerable<Need> theirs)
        {
            var close = (account ?? []).SelectMany(facts => facts.OwnRecord is { } own ? facts.Relatives.Append(own) : facts.Relatives).ToHashSet();
            var records = theirs.GroupBy(need => need.Subject.Value, StringComparer.Ordinal).ToDictionary(
                of => of.Key,
                of => new Relationship(
                    [.. of.OrderBy(need => need.Id, StringComparer.Ordinal).ThenBy(need => need.Kind).ThenByDescending(need => need.Until)],
                    [.. restrictions[of.First().Subject]],
                    close.Contains(of.First().Subject),
                    colleagues.Contains(of.First().Subject)),
                StringComparer.Ordinal);
            return new(Held(account), records.Count == 0 ? null : records);
        }
    }

    private static RoleHeld[]? Held(AccountFacts[]? account) => account switch
    {
        null => null,
        // two entries for one account: only what both say, and only until the earlier end
        { Length: > 1 } => [.. account[0].Roles.Where(held => account.All(one => one.Roles.Any(other => other.Role == held.Role)))
            .Select(held => held with { RenewBy = account.SelectMany(one => one.Roles).Where(other => other.Role == held.Role).Min(other => other.RenewBy ?? DateTimeOffset.MaxValue) })],
        _ => [.. account[0].Roles],
    };

    // a need of one's own with oneself is no need: the own record opens by its own rule only
    private static bool MakesSense(Need? need) =>
        need is { Id: not null, Account: not null, Subject.Value: not null } && need.Kind is > NeedKind.Self and <= NeedKind.MemberPermission;
}
