using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Needs;

namespace PrivacyPortal.Components.Members;

/// <summary>Where someone at work begins: the own panel or those who named them, and a search by exact identifiers. Nobody is browsed (C13).</summary>
public sealed partial class MembersPage
{
    private static readonly NeedKind[] Practice = [NeedKind.TreatingPractitioner, NeedKind.Emergency];
    private static readonly NeedKind[] Named = [NeedKind.PersonalRepresentative, NeedKind.BasicRepresentative];
    private static readonly Role[] WithCases = [Role.Support, Role.ClaimsExaminer, Role.CareManager];

    private static readonly Place Emergency = new(PortalUrls.Emergency, () => T("Emergency"), "", Role.Provider);

    private PatientId? subject;
    private string? need;
    private bool checking;

    [Inject] private MemberVisit Visit { get; set; } = null!;

    [Inject] private RecordDoors Ways { get; set; } = null!;

    [Inject] private PanelInUse Panels { get; set; } = null!;

    private bool IsPractice => Visit.Actor is { } who && PanelNeeds.IsPractice(who.Roles);

    private bool IsRepresentative => Visit.Actor?.Roles.Contains(Role.Representative) == true;

    private bool Searches => Visit.Actor is { } who && who.Roles.Any(role => role is not (Role.Member or Role.Representative or Role.Administrator));

    private bool HasCases => Visit.Actor is { } who && WithCases.Any(who.Roles.Contains);

    protected override async Task OnInitializedAsync()
    {
        if (Visit.Actor is not { } who || !IsPractice)
            return;
        checking = true;
        await Panels.CheckAsync(who, CancellationToken.None);
        checking = false;
    }

    private void Choose(RecordDoor door) => (subject, need) = (door.Subject, door.NeedId);

    // found and not to be opened is said as not found: whom this account has no business with does not exist for it
    private string? Take(PatientId found)
    {
        if (Visit.Actor is not { } who || Ways.To(who, found).Count == 0)
            return FindWords.Nobody;
        (subject, need) = (found, null);
        StateHasChanged();
        return null;
    }

    private void Forget() => (subject, need) = (null, null);
}
