using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Components.Admin;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Components.Admin;

[Trait("clause", "C13")]
public sealed class AccountsPageTests : AdminPageContext
{
    [Fact]
    public void It_lists_sign_in_names_roles_and_state_and_nothing_of_a_record()
    {
        var page = Open<AccountsPage>(Ada);
        Assert.Equal(["ada", "amy", "bea", "sam"], page.FindAll("[data-testid=account-row]").Select(row => row.GetAttribute("data-account")));
        Assert.Equal(["Administrator", "Member", "Administrator", "Support desk"], Texts(page, "account-roles"));
        Assert.All(Texts(page, "account-state"), state => Assert.Equal("No password yet", state));
        Assert.Empty(Row(page, "ada").QuerySelectorAll("button")); // one's own
        Assert.DoesNotContain("secret-patient", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void It_finds_by_a_part_of_the_name_and_leaves_members_out_when_asked()
    {
        var page = Open<AccountsPage>(Ada);
        page.Find("[data-testid=accounts-find]").Input("EA");
        Await(page, () => Assert.Equal(["bea"], page.FindAll("[data-testid=account-row]").Select(row => row.GetAttribute("data-account"))));
        page.Find("[data-testid=accounts-find]").Input("zz");
        Await(page, () => Assert.NotNull(page.Find("[data-testid=accounts-none]")));
        page.Find("[data-testid=accounts-find]").Input("");
        page.Find("[data-testid=accounts-staff]").Change(true);
        Await(page, () => Assert.Equal(["ada", "bea", "sam"], page.FindAll("[data-testid=account-row]").Select(row => row.GetAttribute("data-account"))));
    }

    [Fact]
    [Trait("clause", "C3")]
    public async Task An_account_is_made_without_a_password_and_the_page_sends_to_the_desk_for_one()
    {
        var page = Open<AccountsPage>(Ada);
        Assert.Equal("/desk", page.Find("[data-testid=to-desk]").GetAttribute("href"));
        page.Find("[data-testid=new-name]").Change("new-1");
        page.Find("[data-testid=new-role-Support]").Change(true);
        page.Find("[data-testid=new-role-PrivacyOfficer]").Change(true);
        page.Find("[data-testid=add-account]").Submit();
        Await(page, () => Assert.Equal("Status okay: new-1 was made. 5 accounts.", Text(page, "page-status")));
        Assert.Equal("No password yet", Row(page, "new-1").QuerySelector("[data-testid=account-state]")!.TextContent);
        Assert.Equal("Support desk", Row(page, "new-1").QuerySelector("[data-testid=account-roles]")!.TextContent); // the privileged one waits
        await using var db = await Store.OpenAsync();
        Assert.Null((await db.Users.SingleAsync(user => user.UserName == "new-1", Stop)).PasswordHash);
        Assert.Equal(Role.PrivacyOfficer, (await db.RoleProposals.SingleAsync(Stop)).Role);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_where_it_was_typed()
    {
        var page = Open<AccountsPage>(Ada);
        var before = await Store.EverythingAsync();
        page.Find("[data-testid=new-name]").Change("sam");
        page.Find("[data-testid=new-role-Support]").Change(true);
        page.Find("[data-testid=add-account]").Submit();
        Await(page, () => Assert.Equal("Not done: there is an account of that name.", page.Find("[data-testid=add-account] [data-testid=refused]").TextContent));
        Assert.Equal(before, await Store.EverythingAsync());
    }

    [Fact]
    public async Task Disabling_asks_once_more_and_enabling_does_not()
    {
        var page = Open<AccountsPage>(Ada);
        Row(page, "sam").QuerySelector("[data-testid=account-disable]")!.Click();
        Row(page, "sam").QuerySelector("[data-testid=account-disable-sure]")!.Click();
        Await(page, () => Assert.Equal("Disabled", Row(page, "sam").QuerySelector("[data-testid=account-state]")!.TextContent));
        Row(page, "sam").QuerySelector("[data-testid=account-enable]")!.Click();
        Await(page, () => Assert.Equal("No password yet", Row(page, "sam").QuerySelector("[data-testid=account-state]")!.TextContent));
        Assert.Equal(["AccountDisabled done", "AccountEnabled done"], (await Store.AuditAsync())[^2..]);
    }

    [Fact]
    public void Whoever_is_no_administrator_is_shown_nothing()
    {
        var page = Open<AccountsPage>(Sam);
        Assert.NotNull(page.Find("[data-testid=admin-closed]"));
        Assert.Empty(page.FindAll("table, form"));
    }

    private static IElement Row(IRenderedComponent<AccountsPage> page, string account) => page.Find($"[data-testid=account-row][data-account={account}]");
}
