using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Components.SignIn;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Headers;

public sealed class FaultsTests
{
    [Fact]
    public async Task What_fails_inside_is_one_honest_page_with_nothing_of_the_inside()
    {
        await using var portal = await PortalHost.StartAsync(services: services =>
            services.AddScoped<IBrowserSession>(_ => throw new InvalidOperationException("the inside")));
        using var browser = portal.NewBrowser();
        using var failed = await browser.GetAsync("/sign-in");
        Assert.Equal((HttpStatusCode.SeeOther, "/fault"), (failed.StatusCode, browser.Target(failed)));
        var page = await browser.ReadAsync("/fault");
        Assert.Contains("1-800-555", page, StringComparison.Ordinal);
        foreach (var inside in (string[])["the inside", "Exception", " at PrivacyPortal"])
            Assert.DoesNotContain(inside, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_a_page_says_so()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        using var missing = await browser.GetAsync("/no/such/page");
        Assert.True(missing.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Redirect);
        Assert.True(missing.Headers.Contains("Content-Security-Policy"));
    }
}
