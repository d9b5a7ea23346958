using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.App.Auth;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Auth;

/// <summary>The gate of pages that open to roles, by the real default policy over the real store.</summary>
[Trait("clause", "C13")]
public sealed class RoleFitsPageTests
{
    private static readonly RouteData Page = new(typeof(AdministratorsPage), new Dictionary<string, object?>());
    private static readonly RouteData Unmarked = new(typeof(AnybodysPage), new Dictionary<string, object?>());

    [Theory]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.PrivacyOfficer, false)]
    [InlineData(Role.Support, false)]
    [InlineData(Role.Member, false)]
    public async Task A_page_opens_to_its_roles_and_so_does_its_link(Role role, bool opens)
    {
        await using var portal = await PortalHost.StartAsync();
        var user = await UserAsync(portal, role);
        Assert.Equal(opens, await OpensAsync(portal, user, Page));
        Assert.Equal(opens, await OpensAsync(portal, user, new Place("/x", () => "x", "", Role.Administrator)));
        Assert.True(await OpensAsync(portal, user, Unmarked));
        Assert.True(await OpensAsync(portal, user, new Place("/x", () => "x", "")));
    }

    [Fact]
    public async Task A_role_that_the_session_began_with_and_that_was_taken_back_opens_nothing()
    {
        await using var portal = await PortalHost.StartAsync();
        var user = await UserAsync(portal, Role.Administrator);
        await ChangeAsync(portal, db => db.RoleGrants.RemoveRange(db.RoleGrants));
        Assert.False(await OpensAsync(portal, user, Page));
        Assert.True(await OpensAsync(portal, user, Unmarked));
    }

    [Fact]
    public async Task A_role_that_lapsed_opens_nothing()
    {
        await using var portal = await PortalHost.StartAsync();
        var user = await UserAsync(portal, Role.Administrator);
        await ChangeAsync(portal, db => db.RoleGrants.Single().RenewBy = portal.Clock.GetUtcNow().AddDays(1));
        Assert.True(await OpensAsync(portal, user, Page));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await OpensAsync(portal, user, Page));
    }

    [Fact]
    public async Task A_role_given_since_opens_nothing_before_the_session_is_read_again()
    {
        await using var portal = await PortalHost.StartAsync();
        var user = await UserAsync(portal, Role.Support);
        await ChangeAsync(portal, db => db.RoleGrants.Add(new RoleGrant { AccountId = user.AccountId()!, Role = Role.Administrator, GrantedBy = "setup", GrantedAt = portal.Clock.GetUtcNow() }));
        Assert.False(await OpensAsync(portal, user, Page));
    }

    [Fact]
    public async Task Nobody_is_no_role()
    {
        await using var portal = await PortalHost.StartAsync();
        Assert.False(await OpensAsync(portal, new ClaimsPrincipal(new ClaimsIdentity()), Page));
    }

    private static async Task<ClaimsPrincipal> UserAsync(PortalHost portal, Role role)
    {
        await portal.AccountAsync("someone", role, null);
        await portal.Services.GetRequiredService<LivePolicy>().RefreshAsync(default);
        await using var db = portal.Store();
        return PortalClaims.Principal(new Actor(db.Users.Single().Id, "session", new HashSet<Role> { role }, null, HasPersonalPassword: true));
    }

    private static async Task ChangeAsync(PortalHost portal, Action<PortalDb> change)
    {
        await using var db = portal.Store();
        change(db);
        await db.SaveChangesAsync();
        await portal.Services.GetRequiredService<LivePolicy>().RefreshAsync(default);
    }

    private static async Task<bool> OpensAsync(PortalHost portal, ClaimsPrincipal user, object resource)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var closed = await scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>().GetDefaultPolicyAsync();
        return (await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, resource, closed)).Succeeded;
    }

    [OpensTo(Role.Administrator)]
    private sealed class AdministratorsPage : AnybodysPage;

    private class AnybodysPage : IComponent
    {
        public void Attach(RenderHandle renderHandle) { }

        public Task SetParametersAsync(ParameterView parameters) => Task.CompletedTask;
    }
}
