using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using PrivacyPortal.Components.WhoLooked;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.Components.Family;

/// <summary>Closes parts of the record to everyone, a role or one account, and opens them again. Closing needs no second question: it can be undone.</summary>
public sealed partial class KeepClosed : IDisposable
{
    private const string Whole = "whole";

    private IReadOnlyList<CouldLook> could = [];
    private string what = Whole;
    private string whom = "";
    private string? asked;
    private NeedRefusal? refusal;

    [Parameter, EditorRequired]
    public IReadOnlyList<AskedRestriction> Restrictions { get; set; } = [];

    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private MemberVisit Visit { get; set; } = null!;

    [Inject]
    private WhoCouldLook Now { get; set; } = null!;

    [Inject]
    private AskRestriction Ask { get; set; } = null!;

    [Inject]
    private LiftRestriction Lift { get; set; } = null!;

    [Inject]
    private IOptions<PlanOptions> Plan { get; set; } = null!;

    private bool OfALabel => Enum.TryParse<Sensitivity>(what, out _);

    public void Dispose() => Now.Changed -= Redraw;

    protected override void OnInitialized()
    {
        Now.Changed += Redraw;
        Read();
    }

    private void Read() => could = Visit.Actor is { } member ? [.. (Now.Read(member) ?? []).DistinctBy(one => one.Account)] : [];

    private void Redraw() => _ = InvokeAsync(() =>
    {
        // an index that was chosen would mean someone else in another list
        if (int.TryParse(whom, out _))
            whom = "";
        Read();
        StateHasChanged();
    });

    private string Whom(Closing closing) => closing switch
    {
        { Role: { } role } => FamilyWords.Everyone(role),
        { Account: { } account } => could.FirstOrDefault(one => one.Account == account) is { } known ? T("one person ({0})", LookWords.Who(known.Role, Plan.Value.Name)) : T("one person"),
        _ => T("everyone but you"),
    };

    private async Task CloseAsync()
    {
        var (categories, labels) = Enum.TryParse<Category>(what, out var category) ? (category.AsSet(), Sensitivity.None)
            : Enum.TryParse<Sensitivity>(what, out var label) ? (Categories.None, label) : (Categories.All, Sensitivity.None);
        var closing = new Closing(categories, labels,
            labels == Sensitivity.None && !int.TryParse(whom, out _) && Enum.TryParse<Role>(whom, out var role) ? role : null,
            int.TryParse(whom, out var at) && at < could.Count ? could[at].Account : null);
        refusal = Visit.Actor is { } member ? (await Ask.RunAsync(member, closing, CancellationToken.None)).Refusal : NeedRefusal.NotYourOffice;
        if (refusal is not null)
            return;
        (what, whom) = (Whole, "");
        await OnChanged.InvokeAsync();
    }

    private async Task LiftAsync(string id)
    {
        asked = null;
        refusal = Visit.Actor is { } member ? await Lift.RunAsync(member, id, CancellationToken.None) : NeedRefusal.NotYourOffice;
        await OnChanged.InvokeAsync();
    }
}
