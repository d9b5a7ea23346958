using Bunit;
using PrivacyPortal.Components.Admin;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Admin;

[Trait("clause", "C13")]
public sealed class RulesPageTests : AdminPageContext
{
    private const string SupportRow = "[data-row='Support/Operations/AssignedCase']";

    [Fact]
    public void The_matrix_has_a_row_for_each_role_and_need_and_none_for_administrators()
    {
        var page = Open<RulesPage>(Ada);
        Assert.Equal(StarterRules.All.Select(rule => (rule.Role, rule.Purpose, rule.Need)).Distinct().Count(), page.FindAll("[data-testid=matrix-row]").Count);
        Assert.Empty(page.FindAll("[data-row^=Administrator]"));
        Assert.Equal("Messages: Full case", Tidy(page.Find($"{SupportRow} [data-category=Messages]").TextContent));
        Assert.Equal("Status okay: Version 1 is in force.", Text(page, "page-status"));
    }

    [Fact]
    public void A_row_and_a_cell_read_as_sentences()
    {
        var page = Open<RulesPage>(Ada);
        page.Find($"{SupportRow} [data-testid=matrix-whole]").Click();
        Assert.StartsWith("The plan's support desk sees, for the plan's operations, when an open case about the member is assigned to them: everything of coverage, messages", Text(page, "sentence"), StringComparison.Ordinal);
        page.Find($"{SupportRow} [data-category=Identity]").Click();
        Assert.Equal("The plan's support desk sees a few fields of name and contact (name, birth date, member numbers) for the plan's operations, when an open case about the member is assigned to them.", Text(page, "sentence"));
        page.Find($"{SupportRow} [data-category=Results]").Click();
        Assert.StartsWith("The plan's support desk sees nothing of results", Text(page, "sentence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_widening_is_rehearsed_by_sign_in_name_and_waits_for_somebody_else()
    {
        await Store.Get<OpenCase>().RunAsync(Sam, CaseKind.Support, PatientId.From("secret-patient")!.Value, "sam", Stop);
        var page = Open<RulesPage>(Ada);
        Set(page, "Claims", Scope.Full);
        Assert.Empty(page.FindAll("[data-testid=propose]")); // not before it is rehearsed
        page.Find("[data-testid=rehearse]").Click();
        Await(page, () => Assert.Equal(["sam (Support desk), for the plan's operations - claims: a few fields to everything, in 1 record."], Texts(page, "gains")));
        Assert.Equal("Nobody.", Text(page, "loses-none"));
        Assert.DoesNotContain("secret-patient", page.Markup, StringComparison.Ordinal);
        page.Find("[data-testid=propose]").Click();
        Await(page, () => Assert.Equal("You proposed it: somebody else decides.", Text(page, "waits-for-another")));
        Assert.Empty(page.FindAll("[data-testid=rule-approve]"));
        Assert.Equal(1, Store.Get<CurrentPolicy>().Snapshot.Facts.Version);
        Assert.Null(await Store.Get<ApproveRuleChange>().RunAsync(Bea, 2, true, Stop));
        Await(page, () => Assert.Equal("In force: version 2", page.FindAll("h2").Select(head => head.TextContent).First(text => text.StartsWith("In force", StringComparison.Ordinal))));
        Assert.Contains("Proposed by ada", Texts(page, "version-facts")[0], StringComparison.Ordinal);
        Assert.Contains("Why: duties changed. Approved by bea", Texts(page, "version-facts")[0], StringComparison.Ordinal);
        Assert.Contains("Support desk, for the plan's operations, when an open case about the member is assigned to them - claims: from a few fields to everything. wider", Texts(page, "rule-change"));
    }

    [Fact]
    public async Task The_second_person_sees_the_change_rehearses_it_and_is_asked_once_more_before_it_is_in_force()
    {
        AccessRule more = new(Role.Support, PurposeOfUse.Operations, NeedKind.AssignedCase, Category.Results, Scope.Limited);
        await Store.ProposeAsync(Ada, 1, [.. StarterRules.All, more], RuleChangeReason.FoundTooNarrow);
        var page = Open<RulesPage>(Bea);
        Assert.Contains("results: from nothing to a few fields.", Texts(page, "rule-change")[0], StringComparison.Ordinal);
        page.Find("[data-testid=rule-rehearse]").Click();
        Await(page, () => Assert.Equal("Nobody.", Text(page, "gains-none")));
        page.Find("[data-testid=rule-approve]").Click();
        Assert.Equal(1, Store.Get<CurrentPolicy>().Snapshot.Facts.Version);
        page.Find("[data-testid=rule-approve-sure]").Click();
        Await(page, () => Assert.Equal("Status okay: Version 2 was approved. Version 2 is in force.", Text(page, "page-status")));
    }

    [Fact]
    public async Task A_narrowing_is_in_force_at_once()
    {
        var page = Open<RulesPage>(Ada);
        Set(page, "Messages", Scope.None);
        page.Find("[data-testid=rehearse]").Click();
        Await(page, () => Assert.Equal("Put it in force now", Text(page, "propose")));
        page.Find("[data-testid=propose]").Click();
        Await(page, () => Assert.Equal("Status okay: Your change is in force. Version 2 is in force.", Text(page, "page-status")));
        Assert.Empty(page.FindAll("[data-testid=draft]"));
        Assert.Equal("RuleChangeProposed done", (await Store.AuditAsync())[^1]);
    }

    [Fact]
    public async Task A_draft_against_rules_that_changed_says_so_and_is_refused_where_it_was_asked_for()
    {
        var page = Open<RulesPage>(Ada);
        Set(page, "Messages", Scope.None);
        page.Find("[data-testid=rehearse]").Click();
        Await(page, () => Assert.NotNull(page.Find("[data-testid=propose]")));
        await Store.ProposeAsync(Bea, 1, [.. StarterRules.All.Skip(1)], RuleChangeReason.FoundTooWide);
        Await(page, () => Assert.Contains("begun from version 1", Text(page, "draft-outdated"), StringComparison.Ordinal));
        var before = await Store.EverythingAsync();
        page.Find("[data-testid=propose]").Click();
        Await(page, () => Assert.StartsWith("Not done: it was written against rules that are no longer in force.", page.Find("[data-testid=draft] [data-testid=refused]").TextContent, StringComparison.Ordinal));
        Assert.Equal(before, await Store.EverythingAsync());
        page.Find("[data-testid=discard]").Click();
        Await(page, () => Assert.Empty(page.FindAll("[data-testid=draft-outdated]")));
    }

    [Fact]
    public void Whoever_is_no_administrator_is_shown_nothing()
    {
        var page = Open<RulesPage>(Sam);
        Assert.NotNull(page.Find("[data-testid=admin-closed]"));
        Assert.Empty(page.FindAll("table, form, details"));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_shows_nothing_and_can_be_asked_again()
    {
        await BreakAsync("RuleCells");
        var page = Open<RulesPage>(Ada);
        Assert.NotNull(page.Find("[data-testid=admin-again]"));
        Assert.Empty(page.FindAll("table"));
        Assert.DoesNotContain("SQLite", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    private static void Set(IRenderedComponent<RulesPage> page, string category, Scope scope)
    {
        page.Find($"{SupportRow} [data-category={category}]").Click();
        page.Find($"[data-testid=scope-{scope}]").Change(scope.ToString());
    }
}
