using Microsoft.AspNetCore.Components;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Components.Members;

/// <summary>
/// The way of someone at work into one member's record: nothing is read before purpose and need are stated; one record at a time; leaving it, closing it
/// or losing the need removes it. It keeps references and closed words only: what is read belongs to the visit (C12, C13).
/// </summary>
[Enforces(Clauses.AccessByNeed, Clauses.OnlyWhileViewing)]
public sealed partial class RecordDesk : IDisposable
{
    private readonly HashSet<RecordPart> revealed = [];
    private IReadOnlyList<RecordDoor> doors = [];
    private string? chosen;
    private OpenRecord? record;
    private RecordDoor? opened;
    private RecordPart? part;

    [Inject] private MemberVisit Visit { get; set; } = null!;

    [Inject] private RecordDoors Ways { get; set; } = null!;

    [Inject] private CurrentPolicy Policy { get; set; } = null!;

    /// <summary>Whose record.</summary>
    [Parameter, EditorRequired]
    public PatientId Subject { get; set; }

    /// <summary>The need to begin with, when it is known: an own case.</summary>
    [Parameter]
    public string? NeedId { get; set; }

    /// <summary>The person goes back without a record open.</summary>
    [Parameter, EditorRequired]
    public EventCallback Back { get; set; }

    private RecordDoor? Chosen => doors.FirstOrDefault(door => door.NeedId == chosen);

    protected override void OnInitialized()
    {
        Look();
        chosen = (doors.FirstOrDefault(door => door.NeedId == NeedId) ?? (doors is [var only] ? only : null))?.NeedId;
        Policy.Changed += LookAgain;
    }

    public void Dispose()
    {
        Policy.Changed -= LookAgain;
        if (record is not null && Visit.Record == record)
            Visit.CloseOther();
        revealed.Clear();
    }

    private void Look() => doors = Visit.Actor is { } who ? Ways.To(who, Subject) : [];

    private void LookAgain() => _ = InvokeAsync(() =>
    {
        Look();
        StateHasChanged();
    });

    private void Pick(string need) => chosen = need;

    // decided anew at every drawing: it is a table look-up, and never out of date
    private IReadOnlyList<AccessDecision> Decide() =>
        (opened ?? Chosen) is { } door && Visit.Actor is { } who ? Ways.Decisions(who, door) : [];

    private void OpenIt()
    {
        if (Chosen is not { } door)
            return;
        (opened, record, part) = (door, Visit.OpenOther(Subject, door.Purpose, door.Labels, door.NeedId), null);
        revealed.Clear();
    }

    private async Task CloseAsync()
    {
        if (Visit.Record == record)
            Visit.CloseOther();
        (record, opened, part) = (null, null, null);
        await Back.InvokeAsync();
    }

    private void Show(RecordPart wanted) => part = wanted;

    // the part that is looked at stays, so that it can say why it was closed
    private IEnumerable<RecordPart> Parts()
    {
        var decisions = Decide();
        return RecordPart.All.Where(one => one == part || one.IsOpen(decisions));
    }

    // the support desk says why before each part
    private bool MustSayWhy(RecordPart wanted) => Decide().Any(one => one is { Allowed: true, Role: Role.Support } && wanted.Shows.Holds(one.Request.Category));
}
