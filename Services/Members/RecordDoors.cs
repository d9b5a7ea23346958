using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Members;

/// <summary>The needs by which an account could open a record now, and what each would open by the engine's own decisions. Reads nothing and discloses nothing (C13).</summary>
[Enforces(Clauses.AccessByNeed)]
public sealed class RecordDoors(CurrentPolicy current, AccessPolicy policy, TimeProvider clock)
{
    /// <summary>The doors to one member's record; none when no live need opens anything of it.</summary>
    public IReadOnlyList<RecordDoor> To(Actor who, PatientId subject) => Doors(who, need => need.Subject == subject);

    /// <summary>The doors to every record that these kinds of need open to the account, one for each need.</summary>
    public IReadOnlyList<RecordDoor> Of(Actor who, params NeedKind[] kinds) => Doors(who, need => kinds.Contains(need.Kind));

    /// <summary>What is decided now about each category of the record behind a door, by the need of this door alone.</summary>
    public IReadOnlyList<AccessDecision> Decisions(Actor who, RecordDoor door)
    {
        ArgumentNullException.ThrowIfNull(door);
        return [.. Enum.GetValues<Category>().Select(category => policy.Decide(new AccessRequest(who, door.Subject, category, door.Purpose, door.Labels, door.NeedId)))];
    }

    private List<RecordDoor> Doors(Actor who, Func<Need, bool> which)
    {
        ArgumentNullException.ThrowIfNull(who);
        var now = clock.GetUtcNow();
        return [.. current.Snapshot.Facts.Needs
            .Where(need => need.Account == who.AccountId && need.Kind != NeedKind.MemberPermission && need.From <= now && now < need.Until && which(need))
            .OrderBy(need => need.Until).ThenBy(need => need.Id, StringComparer.Ordinal)
            .Select(need => new RecordDoor(need.Id, need.Kind, need.Subject, need.Purpose, need.Sensitivity, need.Until, need.EvidenceRef))];
    }
}

/// <summary>One need as a way into one record: opaque references and closed words.</summary>
public sealed record RecordDoor(
    string NeedId, NeedKind Kind, PatientId Subject, PurposeOfUse Purpose, Sensitivity Labels, DateTimeOffset Until, string? EvidenceRef)
{
    public override string ToString() => nameof(RecordDoor);
}
