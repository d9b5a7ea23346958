using AngleSharp.Dom;
using Bunit;
using PrivacyPortal.Components.Admin;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Components.Admin;

[Trait("clause", "C13")]
public sealed class RolesPageTests : AdminPageContext
{
    [Fact]
    public void It_lists_roles_at_work_and_no_member()
    {
        var page = Open<RolesPage>(Ada);
        Assert.Equal(["Support", "Administrator"], page.FindAll("[data-testid=role]").Select(role => role.GetAttribute("data-role")));
        Assert.Empty(page.FindAll("[data-account=amy]"));
        Assert.DoesNotContain("secret-patient", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_given_with_a_reason_a_last_day_and_an_owner()
    {
        await Store.WithAsync("cy", null);
        var page = Open<RolesPage>(Ada);
        Give(page, "cy", Role.ClaimsExaminer, owner: "bea");
        Await(page, () => Assert.StartsWith("Status okay: cy is Claims examiner now.", Text(page, "page-status"), StringComparison.Ordinal));
        Assert.Contains("Given by ada on November 24, 2026", Facts(page, "cy"), StringComparison.Ordinal);
        Assert.EndsWith("Why: joined this work. Last day: November 23, 2027. bea answers for it.", Facts(page, "cy"), StringComparison.Ordinal);
        Assert.Equal("RoleGranted done", (await Store.AuditAsync())[^1]);
    }

    [Fact]
    public async Task One_s_own_elevation_is_refused_in_a_sentence_where_it_was_typed_and_changes_nothing()
    {
        var page = Open<RolesPage>(Ada);
        var before = await Store.EverythingAsync();
        Give(page, "ada", Role.Support);
        Await(page, () => Assert.Equal("Not done: nobody gives, renews or approves a role for their own account. Ask another administrator.", page.Find("[data-testid=grant-role] [data-testid=refused]").TextContent));
        Assert.Equal(before, await Store.EverythingAsync());
        Assert.Equal("RoleGranted OwnElevation", (await Store.AuditAsync())[^1]);
    }

    [Theory]
    [InlineData("nobody", Role.Support, "there is no open account of that name.")]
    [InlineData("sam", Role.Support, "the account holds this role already.")]
    [InlineData("bea", Role.Support, "an administrator holds no other role, and nobody with another role becomes one.")]
    public async Task What_the_act_refuses_is_said_and_changes_nothing(string account, Role role, string why)
    {
        var page = Open<RolesPage>(Ada);
        var before = await Store.EverythingAsync();
        Give(page, account, role);
        Await(page, () => Assert.Equal($"Not done: {why}", page.Find("[data-testid=grant-role] [data-testid=refused]").TextContent));
        Assert.Equal(before, await Store.EverythingAsync());
    }

    [Fact]
    public async Task A_privileged_role_waits_and_whoever_proposed_it_has_no_button_to_approve_it()
    {
        await Store.WithAsync("cy", null);
        var page = Open<RolesPage>(Ada);
        Give(page, "cy", Role.PrivacyOfficer);
        Await(page, () => Assert.NotNull(page.Find("[data-testid=role-waiting][data-account=cy] [data-testid=waits-for-another]")));
        Assert.Empty(page.FindAll("[data-testid=role-approve], [data-testid=role-decline]"));
        Assert.Empty(page.FindAll("[data-testid=role-holding][data-account=cy]"));
    }

    [Theory]
    [InlineData("role-approve", true)]
    [InlineData("role-decline", false)]
    public async Task Somebody_else_decides_it_and_is_asked_once_more(string button, bool given)
    {
        await Store.WithAsync("cy", null);
        await Store.Get<GrantRole>().RunAsync(Ada, "cy", Role.PrivacyOfficer, "ada", Store.Clock.GetUtcNow().AddDays(30), RoleReason.Joined, Stop);
        var page = Open<RolesPage>(Bea);
        page.Find($"[data-testid={button}]").Click();
        page.Find($"[data-testid={button}-sure]").Click();
        Await(page, () => Assert.Empty(page.FindAll("[data-testid=role-waiting]")));
        Assert.Equal(given ? 1 : 0, page.FindAll("[data-testid=role-holding][data-account=cy]").Count);
    }

    [Fact]
    public async Task A_role_is_taken_away_after_one_more_question()
    {
        var page = Open<RolesPage>(Ada);
        Holding(page, "sam").QuerySelector("[data-testid=role-revoke]")!.Click();
        Assert.Contains("What it opened closes at once", Holding(page, "sam").TextContent, StringComparison.Ordinal);
        Holding(page, "sam").QuerySelector("[data-testid=role-revoke-keep]")!.Click();
        Assert.Single(page.FindAll("[data-testid=role-holding][data-account=sam]"));
        Holding(page, "sam").QuerySelector("[data-testid=role-revoke]")!.Click();
        Holding(page, "sam").QuerySelector("[data-testid=role-revoke-sure]")!.Click();
        Await(page, () => Assert.Empty(page.FindAll("[data-testid=role-holding][data-account=sam]")));
        Assert.Equal("RoleRevoked done", (await Store.AuditAsync())[^1]);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await Store.Get<RevokeRole>().RunAsync(Ada, "bea", Role.Administrator, Stop);
        var page = Open<RolesPage>(Ada);
        var before = await Store.EverythingAsync();
        Holding(page, "ada").QuerySelector("[data-testid=role-revoke]")!.Click();
        Holding(page, "ada").QuerySelector("[data-testid=role-revoke-sure]")!.Click();
        Await(page, () => Assert.Equal("Not done: this is the last administrator, and somebody has to be able to administer.", Holding(page, "ada").QuerySelector("[data-testid=refused]")?.TextContent));
        Assert.Equal(before, await Store.EverythingAsync());
    }

    [Fact]
    public void Whoever_is_no_administrator_is_shown_nothing()
    {
        var page = Open<RolesPage>(Sam);
        Assert.NotNull(page.Find("[data-testid=admin-closed]"));
        Assert.Empty(page.FindAll("form, li"));
    }

    private static void Give(IRenderedComponent<RolesPage> page, string account, Role role, string? owner = null)
    {
        page.Find("[data-testid=grant-name]").Change(account);
        page.Find("[data-testid=grant-which]").Change(role.ToString());
        if (owner is not null)
            page.Find("[data-testid=grant-owner]").Change(owner);
        page.Find("[data-testid=grant-role]").Submit();
    }

    private static IElement Holding(IRenderedComponent<RolesPage> page, string account) => page.Find($"[data-testid=role-holding][data-account={account}]");

    private static string Facts(IRenderedComponent<RolesPage> page, string account) => Holding(page, account).QuerySelector("[data-testid=role-facts]")!.TextContent;
}
