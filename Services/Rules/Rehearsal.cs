using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Services.Rules;

/// <summary>One person who sees more, or less, of one record.</summary>
public sealed record Rehearsed(string Account, PatientId Subject, PurposeOfUse Purpose, Category Category, Scope Before, Scope After)
{
    public override string ToString() => nameof(Rehearsed);
}

/// <summary>What a change of the rules would do to real people and needs, before it is saved.</summary>
public sealed record Rehearsal(IReadOnlyList<Rehearsed> Gains, IReadOnlyList<Rehearsed> Losses)
{
    /// <summary>Decides everything that an account's own record and needs could be asked, by the rules in force and by the others, with the same engine. Pure.</summary>
    public static Rehearsal Of(PolicyFacts facts, IReadOnlyList<AccessRule> rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (before, after) = (PolicySnapshot.Compile(facts), PolicySnapshot.Compile(facts with { Rules = rules }));
        var changes = Questions(facts)
            .Select(asked => (asked, Was: before.Decide(asked, now), Will: after.Decide(asked, now)))
            .Where(both => Shown(both.Was) != Shown(both.Will))
            .Select(both => (Change: Change(both.asked, both.Was, both.Will), More: Shown(both.Will).CompareTo(Shown(both.Was)) > 0)).ToList();
        return new([.. changes.Where(one => one.More).Select(one => one.Change)], [.. changes.Where(one => !one.More).Select(one => one.Change)]);
    }

    /// <summary>What was rehearsed and what came of it, in short: a proposal names it, and stands only while both are still so.</summary>
    public string MarkOf(IReadOnlyList<AccessRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var said = rules.Select(Line).Order(StringComparer.Ordinal).Concat(Gains.Concat(Losses).Select(Line).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said))));
    }

    private static string Line(AccessRule rule) => string.Create(
        CultureInfo.InvariantCulture, $"{(int)rule.Role} {(int)rule.Purpose} {(int)rule.Need} {(int)rule.Category} {(int)rule.Scope} {(int)rule.Condition}");

    private static string Line(Rehearsed one) => string.Create(
        CultureInfo.InvariantCulture, $"{one.Account} {one.Subject.Value} {(int)one.Purpose} {(int)one.Category} {(int)one.Before} {(int)one.After}");

    private static IEnumerable<AccessRequest> Questions(PolicyFacts facts)
    {
        var needs = facts.Needs.ToLookup(need => need.Account, StringComparer.Ordinal);
        foreach (var account in facts.Accounts)
        {
            var roles = account.Roles.Select(held => held.Role).ToHashSet();
            var actor = new Actor(account.Account, nameof(Rehearsal), roles, roles.Contains(Role.Member) ? account.OwnRecord : null, HasPersonalPassword: true);
            var pairs = needs[account.Account].Select(need => (need.Subject, need.Purpose));
            if (actor.OwnRecord is { } own)
                pairs = pairs.Append((own, PurposeOfUse.PatientRequest));
            foreach (var (subject, purpose) in pairs.Distinct())
            {
                foreach (var category in Enum.GetValues<Category>())
                    yield return new AccessRequest(actor, subject, category, purpose);
            }
        }
    }

    // a condition less at the same scope is a gain as well
    private static (Scope Scope, int Free) Shown(AccessDecision decision) =>
        decision.Allowed ? (decision.Scope, -int.PopCount((int)decision.Condition)) : default;

    private static Rehearsed Change(in AccessRequest asked, AccessDecision was, AccessDecision will) =>
        new(asked.Actor.AccountId, asked.Subject, asked.Purpose, asked.Category, was.Scope, will.Scope);
}
