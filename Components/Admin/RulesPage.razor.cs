using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Components.Admin;

/// <summary>The rules as a matrix that reads as sentences, changed in a draft, rehearsed, and then put in force or proposed to a second person.</summary>
public sealed partial class RulesPage
{
    private const string DraftPlace = "draft";

    private IReadOnlyList<RuleVersion>? versions;
    private RuleDraft? draft;
    private (RuleRow Row, Category? Category)? selected;
    private RuleChangeReason reason = RuleChangeReason.DutiesChanged;

    [Inject]
    private RuleBook Book { get; set; } = null!;

    [Inject]
    private RehearseRules Rehearsals { get; set; } = null!;

    [Inject]
    private ProposeRuleChange Propose { get; set; } = null!;

    [Inject]
    private ApproveRuleChange Approve { get; set; } = null!;

    private RuleVersion InForce => versions!.First(version => version.State == RuleState.InForce);

    protected override string Summary
    {
        get
        {
            var waiting = versions!.Count(version => version.State == RuleState.Proposed);
            return waiting == 0
                ? T("Version {0} is in force.", InForce.Version)
                : T("Version {0} is in force, {1} for a second person.", InForce.Version, Words.Count(waiting, T("change waits"), T("changes wait")));
        }
    }

    protected override async Task<bool> ReadAsync(Actor who)
    {
        versions = await Book.ReadAsync(who, CancellationToken.None);
        if (versions is null)
            return false;
        if (draft is null || (draft.BasedOn != InForce.Version && draft.Changes.Count == 0))
            draft = new RuleDraft(InForce.Version, InForce.Rules);
        return true;
    }

    private void Select((RuleRow Row, Category? Category) cell) => selected = cell;

    private void Set(AccessRule rule) => draft!.Set(rule);

    private void AddRow(RuleRow row)
    {
        draft!.Add(row);
        selected = (row, null);
    }

    private void Discard() => (draft, selected) = (new RuleDraft(InForce.Version, InForce.Rules), null);

    private async Task RehearseDraftAsync()
    {
        var asked = draft!;
        var changes = asked.Changes;
        var rehearsed = await RehearseAsync(asked.Rules);
        if (changes.SequenceEqual(asked.Changes))
            asked.Rehearsed = rehearsed;
    }

    private async Task<RehearsalView?> RehearseAsync(IReadOnlyList<AccessRule> rules) =>
        Who is { } who ? await Rehearsals.RunAsync(who, rules, CancellationToken.None) : null;

    private async Task ProposeAsync()
    {
        var proposed = draft!;
        var done = proposed.Widens ? T("Your change waits for a second person.") : T("Your change is in force.");
        if (await DoAsync(DraftPlace, done, async who =>
                RefusalWords.Say((await Propose.RunAsync(who, proposed.BasedOn, proposed.Rules, proposed.Rehearsed?.Mark, reason, CancellationToken.None)).Refusal)))
            Discard();
    }

    private Task<bool> DecideAsync(RuleVersion version, bool approve) =>
        DoAsync(RuleWaitingCard.PlaceOf(version), approve ? T("Version {0} was approved.", version.Version) : T("Version {0} was turned down.", version.Version),
            async who => RefusalWords.Say(await Approve.RunAsync(who, version.Version, approve, CancellationToken.None)));

    private IReadOnlyList<RuleChange> DiffOf(RuleVersion version) =>
        versions!.FirstOrDefault(other => other.Version == version.BasedOn) is { } before ? RuleDiff.Between(before.Rules, version.Rules) : [];
}
