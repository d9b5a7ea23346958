using PrivacyPortal.Components.Admin;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;

namespace PrivacyPortal.Tests.Components.Admin;

public sealed class RuleDraftTests
{
    private static readonly RuleRow Row = new(Role.Support, PurposeOfUse.Operations, NeedKind.AssignedCase);

    [Fact]
    public void Setting_a_cell_back_leaves_nothing_changed()
    {
        var draft = new RuleDraft(1, StarterRules.All);
        var was = draft.At(Row, Category.Claims);
        draft.Set(was with { Scope = Scope.Full });
        Assert.True(draft.Widens && draft.IsChanged(Row, Category.Claims));
        draft.Set(was);
        Assert.Empty(draft.Changes);
    }

    [Fact]
    public void A_cell_that_opens_nothing_has_no_conditions_and_is_no_rule()
    {
        var draft = new RuleDraft(1, StarterRules.All);
        draft.Set(draft.At(Row, Category.Messages) with { Scope = Scope.None });
        Assert.Equal(ItemCondition.None, draft.At(Row, Category.Messages).Condition);
        Assert.Equal(StarterRules.All.Count - 1, draft.Rules.Count);
        Assert.False(draft.Widens);
    }

    [Fact]
    public void What_was_rehearsed_is_not_once_a_cell_is_set()
    {
        var draft = new RuleDraft(1, StarterRules.All) { Rehearsed = new RehearsalView([], [], "") };
        draft.Set(draft.At(Row, Category.Results) with { Scope = Scope.Limited });
        Assert.Null(draft.Rehearsed);
    }

    [Fact]
    public void A_new_row_opens_nothing_until_a_cell_is_set()
    {
        var draft = new RuleDraft(1, StarterRules.All);
        var row = Row with { Purpose = PurposeOfUse.Payment };
        draft.Add(row);
        draft.Add(row);
        Assert.Single(draft.Rows, one => one == row);
        Assert.Empty(draft.Changes);
    }
}
