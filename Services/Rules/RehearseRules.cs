using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Rules;

/// <summary>
/// Shows an administrator whom a change of the rules would touch, over the accounts and needs of this moment, before it is proposed (C13). Accounts by
/// sign-in name and role, records by their number only: it opens nothing and says nothing about a member.
/// </summary>
public sealed class RehearseRules(IDbContextFactory<PortalDb> store, TimeProvider clock)
{
    /// <summary>Null for whoever is no administrator now.</summary>
    public async Task<RehearsalView?> RunAsync(Actor by, IReadOnlyList<AccessRule> rules, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var now = clock.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancel);
        if (!await db.HoldsAsync(by.AccountId, Role.Administrator, now, cancel))
            return null;
        var facts = await PolicyFactsReader.ReadAsync(db, now, cancel);
        var rehearsal = Rehearsal.Of(facts, rules, now);
        var named = await db.NamesAsync(rehearsal.Gains.Concat(rehearsal.Losses).Select(one => one.Account), cancel);
        var roles = facts.Accounts.ToDictionary(account => account.Account, account => account.Roles, StringComparer.Ordinal);
        return new(Lines(rehearsal.Gains), Lines(rehearsal.Losses), rehearsal.MarkOf(rules));

        IReadOnlyList<RehearsedLine> Lines(IReadOnlyList<Rehearsed> all) =>
        [
            .. all.GroupBy(one => (one.Account, one.Purpose, one.Category, one.Before, one.After))
                .Select(same => new RehearsedLine(named.Of(same.Key.Account), [.. roles[same.Key.Account].Select(held => held.Role).Order()],
                    same.Key.Purpose, same.Key.Category, same.Key.Before, same.Key.After, same.Select(one => one.Subject).Distinct().Count()))
                .OrderBy(line => line.UserName, StringComparer.Ordinal).ThenBy(line => line.Category),
        ];
    }
}

/// <summary>Whom a change would let see more, and whom less; the mark is what a proposal of the same change gives.</summary>
public sealed record RehearsalView(IReadOnlyList<RehearsedLine> Gains, IReadOnlyList<RehearsedLine> Losses, string Mark);

/// <summary>One account that would see more, or less, of one category, in so many records.</summary>
public sealed record RehearsedLine(string UserName, IReadOnlyList<Role> Roles, PurposeOfUse Purpose, Category Category, Scope Before, Scope After, int Records)
{
    public override string ToString() => nameof(RehearsedLine);
}
