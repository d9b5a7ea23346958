using Bunit;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Components.Admin;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Components.Admin;

[Trait("clause", "C13")]
public sealed class ReviewsPageTests : AdminPageContext
{
    [Fact]
    public async Task Nothing_is_due_when_every_role_has_a_day_that_is_far_away()
    {
        await DaysAsync(null, 200);
        Assert.NotNull(Open<ReviewsPage>(Ada).Find("[data-testid=reviews-none]"));
    }

    [Fact]
    public async Task Roles_that_lapse_soon_that_lapsed_and_that_have_no_day_are_listed()
    {
        await DaysAsync(Role.Administrator, 200);
        await Store.WithAsync("cy", null, Role.ClaimsExaminer);
        await Store.WithAsync("di", null, Role.CareManager);
        await DaysAsync(Role.ClaimsExaminer, 30);
        await DaysAsync(Role.CareManager, -1);
        var page = Open<ReviewsPage>(Ada);
        Assert.Equal(["Lapse within 30 days 1", "Lapsed 1", "Without a last day 1"], page.FindAll("h2").Select(head => head.TextContent.Trim()));
        Assert.Equal(["cy", "di", "sam"], page.FindAll("[data-testid=review]").Select(review => review.GetAttribute("data-account")));
    }

    [Fact]
    public async Task A_role_is_renewed_with_a_reason_and_is_due_no_more()
    {
        await DaysAsync(Role.Administrator, 200);
        await DaysAsync(Role.Support, 3);
        var page = Open<ReviewsPage>(Ada);
        Renew(page);
        Await(page, () => Assert.Equal("Status okay: Support desk of sam was renewed. 0 roles to look at.", Text(page, "page-status")));
        await using var db = await Store.OpenAsync();
        var grant = await db.RoleGrants.SingleAsync(row => row.AccountId == "sam", Stop);
        Assert.Equal((RoleReason.StillNeeded, "ada"), (grant.Reason, grant.OwnerId));
        Assert.Equal("RoleRenewed done", (await Store.AuditAsync())[^1]);
    }

    [Fact]
    public async Task What_lapsed_counts_no_more_and_is_given_again()
    {
        await DaysAsync(Role.Administrator, 200);
        await DaysAsync(Role.Support, -1);
        var page = Open<ReviewsPage>(Ada);
        Assert.Equal("Give it again", Text(page, "review-renew"));
        Renew(page);
        Await(page, () => Assert.Empty(page.FindAll("[data-testid=review]")));
        Assert.Equal("RoleGranted done", (await Store.AuditAsync())[^1]);
    }

    [Fact]
    public async Task Nobody_renews_their_own_role()
    {
        await DaysAsync(Role.Support, 200);
        await DaysAsync(Role.Administrator, 200);
        await using (var db = await Store.OpenAsync())
            await db.RoleGrants.Where(row => row.AccountId == "ada").ExecuteUpdateAsync(set => set.SetProperty(row => row.RenewBy, Store.Clock.GetUtcNow().AddDays(3)), Stop);
        var page = Open<ReviewsPage>(Ada);
        var before = await Store.EverythingAsync();
        Renew(page);
        Await(page, () => Assert.StartsWith("Not done: nobody gives, renews or approves a role for their own account.", Text(page, "refused"), StringComparison.Ordinal));
        Assert.Equal(before, await Store.EverythingAsync());
    }

    [Fact]
    public async Task A_role_that_is_not_needed_is_taken_away_after_one_more_question()
    {
        await DaysAsync(Role.Administrator, 200);
        var page = Open<ReviewsPage>(Ada);
        page.Find("[data-testid=review-revoke]").Click();
        page.Find("[data-testid=review-revoke-sure]").Click();
        Await(page, () => Assert.NotNull(page.Find("[data-testid=reviews-none]")));
        Assert.Equal("RoleRevoked done", (await Store.AuditAsync())[^1]);
    }

    private static void Renew(IRenderedComponent<ReviewsPage> page)
    {
        page.Find("[data-testid=review-renew]").Click();
        page.Find("form").Submit();
    }

    private async Task DaysAsync(Role? role, int days)
    {
        await using var db = await Store.OpenAsync();
        await db.RoleGrants.Where(row => role == null || row.Role == role).ExecuteUpdateAsync(set => set.SetProperty(row => row.RenewBy, Store.Clock.GetUtcNow().AddDays(days)), Stop);
    }
}
