using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.WhoLooked;

/// <summary>Who could look at the viewer's own record at this moment, and why: computed by the engine that decides in earnest, over the needs and roles of now (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class WhoCouldLook(CurrentPolicy policy, TimeProvider clock)
{
    /// <summary>Raised when it may have changed, on the thread that changed it.</summary>
    public event Action? Changed
    {
        add => policy.Changed += value;
        remove => policy.Changed -= value;
    }

    /// <summary>One entry for each account and reason; null when the account has no record of its own or may not see it.</summary>
    public IReadOnlyList<CouldLook>? Read(Actor viewer) => Read(viewer, Sensitivity.None);

    /// <summary>Who could see an entry of this category with these labels; null when the account has no record of its own or may not see it.</summary>
    public IReadOnlyList<CouldLook>? OfEntry(Actor viewer, Category category, Sensitivity labels) =>
        Read(viewer, labels) is { } could ? [.. could.Where(one => one.Full.Contains(category) || one.Limited.Contains(category))] : null;

    private List<CouldLook>? Read(Actor viewer, Sensitivity labels)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (WhoLookedList.OwnRecordOf(viewer) is not { } own)
            return null;
        var (snapshot, now) = (policy.Snapshot, clock.GetUtcNow());
        var needs = snapshot.Facts.Needs.Where(need => need.Subject == own && need.Kind != NeedKind.MemberPermission && need.From <= now && now < need.Until).ToList();
        var accounts = needs.Select(need => need.Account).ToHashSet();
        var people = snapshot.Facts.Accounts.Where(account => accounts.Contains(account.Account)).ToLookup(account => account.Account);
        // of several needs of one kind, the ones that name these labels
        return [.. needs.Where(need => SensitiveOnlyWhenNamed.Shows(need.Sensitivity, labels)).DistinctBy(need => (need.Account, need.Kind, need.Purpose)).SelectMany(need => people[need.Account].Take(1)
            .Select(who => Say(snapshot, need, who, own, labels, now)).OfType<CouldLook>()).OrderBy(could => could.Role).ThenBy(could => could.Until)];
    }

    /// <summary>The roles that could open it in an emergency, by breaking the glass: for fifteen minutes, told at once and reviewed.</summary>
    public IReadOnlyList<Role> InAnEmergency(Actor viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (WhoLookedList.OwnRecordOf(viewer) is not { } own)
            return [];
        var now = clock.GetUtcNow();
        var emergency = new Need(nameof(InAnEmergency), NeedKind.Emergency, nameof(InAnEmergency), own, PurposeOfUse.EmergencyTreatment, Categories.All, Sensitivity.None, now, now + BreakGlass.Lasts, nameof(InAnEmergency), null);
        return [.. Enum.GetValues<Role>().Where(role => NeedPreview.Of(policy.Snapshot.Facts, emergency, role, now).Any(decision => decision.Allowed))];
    }

    private static CouldLook? Say(PolicySnapshot snapshot, Need need, AccountFacts who, PatientId own, Sensitivity labels, DateTimeOffset now)
    {
        var actor = new Actor(who.Account, nameof(WhoCouldLook), who.Roles.Select(held => held.Role).ToHashSet(), who.OwnRecord, HasPersonalPassword: true);
        var opened = Enum.GetValues<Category>().Select(category => snapshot.Decide(new AccessRequest(actor, own, category, need.Purpose, labels), now))
            .Where(decision => decision.Allowed && decision.Need == need.Kind).ToList();
        return opened.Count == 0 ? null : new CouldLook
        {
            Account = who.Account,
            Role = opened[0].Role!.Value,
            Need = need.Kind,
            Purpose = need.Purpose,
            Full = [.. opened.Where(decision => decision.Scope == Scope.Full).Select(decision => decision.Request.Category)],
            Limited = [.. opened.Where(decision => decision.Scope == Scope.Limited).Select(decision => decision.Request.Category)],
            Labels = need.Sensitivity,
            Until = opened.Min(decision => decision.Until),
        };
    }
}

/// <summary>Someone who could look now: in which role, why, at what, until when.</summary>
public sealed record CouldLook
{
    /// <summary>The account's opaque id: what a restriction binds. Never shown.</summary>
    public required string Account { get; init; }

    public required Role Role { get; init; }

    public required NeedKind Need { get; init; }

    public required PurposeOfUse Purpose { get; init; }

    /// <summary>The parts that open whole, or whole but for entries of others.</summary>
    public required IReadOnlyList<Category> Full { get; init; }

    /// <summary>The parts of which a few fields open.</summary>
    public required IReadOnlyList<Category> Limited { get; init; }

    /// <summary>The sensitive labels that the need names.</summary>
    public required Sensitivity Labels { get; init; }

    public required DateTimeOffset Until { get; init; }

    public override string ToString() => nameof(CouldLook);
}
