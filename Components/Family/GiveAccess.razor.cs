using System.Globalization;
using Microsoft.AspNetCore.Components;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Components.Family;

/// <summary>Names a representative in two steps: what to give, then what exactly they will see; only the second gives it.</summary>
public sealed partial class GiveAccess
{
    private string code = "";
    private bool full;
    private Categories parts;
    private Sensitivity labels;
    private DateOnly until;
    private DateOnly today;
    private IReadOnlyList<Category> offered = [];
    private IReadOnlyList<AccessDecision> preview = [];
    private NeedRefusal? refusal;
    private bool busy;

    [Parameter, EditorRequired]
    public EventCallback OnGiven { get; set; }

    [Inject]
    private MemberVisit Visit { get; set; } = null!;

    [Inject]
    private GivenByMe Mine { get; set; } = null!;

    [Inject]
    private GiveRepresentative Give { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected override void OnInitialized()
    {
        today = DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);
        until = today.AddDays(30);
        Scope(false);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Scope(bool whole)
    {
        (full, labels) = (whole, Sensitivity.None);
        // what the rules could open at all, closed parts too: they are offered, and the preview says that they are closed
        offered = Visit.Actor is not { } member ? [] : [.. Mine.Preview(member, Categories.All, Sensitivity.None, whole)
            .Where(decision => decision.Allowed || decision.Refusal == Refusal.ClosedByMember).Select(decision => decision.Request.Category)];
        parts = offered.Aggregate(Categories.None, (all, one) => all | one.AsSet());
    }

    private void Look()
    {
        refusal = null;
        if (Visit.Actor is { } member)
            preview = Mine.Preview(member, parts | Categories.Identity, labels, full);
    }

    private async Task GiveAsync()
    {
        if (Visit.Actor is not { } member || busy)
            return;
        busy = true;
        var zone = Clock.LocalTimeZone;
        var night = until.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var given = new Given(code, parts | Categories.Identity, labels, new DateTimeOffset(night, zone.GetUtcOffset(night)));
        refusal = (await Give.RunAsync(member, given, full, CancellationToken.None)).Refusal;
        (busy, preview) = (false, []);
        if (refusal is not null)
            return;
        (code, until) = ("", today.AddDays(30));
        Scope(false);
        await OnGiven.InvokeAsync();
    }
}
