using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Components.Family;

/// <summary>
/// For a member: who was given access, until when, and what is closed to whom. For a representative: for whom they act, and the code by which they are
/// named. An account may be both. It shows no record.
/// </summary>
[Enforces(Clauses.AccessByNeed)]
public sealed partial class FamilyPage
{
    private IReadOnlyList<GivenNeed> given = [];
    private IReadOnlyList<AskedRestriction> restrictions = [];
    private State state;
    private string? done;

    private enum State { Loading, NoMember, Failed, Shown }

    [Inject]
    private MemberVisit Visit { get; set; } = null!;

    [Inject]
    private GivenByMe Mine { get; set; } = null!;

    [Inject]
    private EndRepresentative End { get; set; } = null!;

    private string Status => (done is null ? "" : done + " ") + state switch
    {
        State.Loading => T("Reading what you have given."),
        State.Failed => T("Nothing is shown. It says why below."),
        State.Shown => given.Count(one => one.Live) switch
        {
            0 => T("Status okay: nobody has access that you gave."),
            var live => T("Status okay: {0} given and live, {1}.", Words.Count(live, T("access"), T("accesses")), Words.Count(restrictions.Count, T("closure"), T("closures"))),
        },
        State.NoMember => T("Status okay."),
    };

    protected override Task OnInitializedAsync() => LoadAsync();

    private bool Holds(Role role) => Visit.Actor?.Roles.Contains(role) == true;

    private async Task LoadAsync()
    {
        if (Visit.Actor is not { OwnRecord: not null } member || !Holds(Role.Member))
        {
            state = State.NoMember;
            return;
        }
        try
        {
            (given, restrictions) = (await Mine.ListAsync(member, CancellationToken.None), await Mine.RestrictionsAsync(member, CancellationToken.None));
            state = State.Shown;
        }
        catch (Exception) when (Fail())
        {
        }
    }

    // shown as "could not be read": the exception stays out of the page
    private bool Fail()
    {
        (given, restrictions, state) = ([], [], State.Failed);
        return true;
    }

    private Task DoneAsync(bool given)
    {
        done = given ? T("Given. It stands in the list, and you were sent a notice.") : T("Done; it is in force now.");
        return LoadAsync();
    }

    private async Task EndAsync(string id)
    {
        var refusal = Visit.Actor is { } member ? await End.RunAsync(member, id, CancellationToken.None) : NeedRefusal.NotYourOffice;
        done = refusal is { } why ? FamilyWords.Say(why) : T("Ended. They see nothing any more.");
        await LoadAsync();
    }
}
