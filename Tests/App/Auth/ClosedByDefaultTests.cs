using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Auth;

/// <summary>Without a session, and with an assigned password, nothing of a record can be reached: every route, and the hub that circuits run over.</summary>
[Trait("clause", "C2")]
public sealed class ClosedByDefaultTests
{
    private static readonly string[] Public = ["/", "/privacy", "/privacy/versions", "/contact", "/concerns", "/sign-in", "/forgot-password", "/compromised", "/exit", "/not-found", "/fault"];
    private static readonly string[] Closed = ["/records", "/records/coverage", "/records/claims", "/records/care", "/records/medications", "/records/results", "/account", "/account/password", "/account/sessions", "/account/activity", "/set-password"];

    [Fact]
    public async Task Without_a_cookie_a_closed_page_sends_to_sign_in_and_shows_nothing()
    {
        await using var portal = await PortalHost.StartAsync();
        using var stranger = portal.NewBrowser();
        foreach (var page in Closed)
        {
            var answer = await stranger.GetAsync(page);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/sign-in", stranger.Target(answer), StringComparison.Ordinal);
            Assert.Empty(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task The_public_pages_are_these_and_no_others()
    {
        await using var portal = await PortalHost.StartAsync();
        using var stranger = portal.NewBrowser();
        var pages = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
            Assert.Equal(Public.Contains(page), (await stranger.GetAsync(page)).StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_hub_is_closed_to_strangers_and_to_assigned_passwords()
    {
        await using var portal = await PortalHost.StartAsync();
        using var stranger = portal.NewBrowser();
        Assert.Equal(HttpStatusCode.Unauthorized, await stranger.OpenHubAsync());
        using var assigned = portal.NewBrowser();
        await assigned.SignInAsync("member-1", await portal.AccountAsync("member-1"));
        Assert.Equal(HttpStatusCode.Forbidden, await assigned.OpenHubAsync());
    }

    [Fact]
    [Trait("clause", "C3")]
    public async Task An_assigned_password_opens_the_page_that_replaces_it_and_nothing_else()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        Assert.Equal("/set-password", browser.Target(await browser.SignInAsync("member-1", await portal.AccountAsync("member-1"))));
        foreach (var page in Closed.Except(["/set-password"]))
            Assert.Equal("/set-password", browser.Target(await browser.GetAsync(page)));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/set-password")).StatusCode);
    }

    [Fact]
    [Trait("clause", "C3")]
    public async Task A_personal_password_does_not_open_the_page_that_replaces_an_assigned_one()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = await portal.SignedInAsync("member-1");
        Assert.Equal("/records", browser.Target(await browser.GetAsync("/set-password")));
    }

    [Fact]
    public async Task An_address_that_nothing_answers_is_closed_too()
    {
        await using var portal = await PortalHost.StartAsync();
        using var stranger = portal.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/records/claims/1")).StatusCode);
        using var member = await portal.SignedInAsync("member-1");
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync("/records/claims/1")).StatusCode);
    }
}
