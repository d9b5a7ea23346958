using System.Net;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Edge;

/// <summary>From where a request comes is a proxy's word only when the plan names the proxy: the limits count by it.</summary>
public sealed class KnownProxiesTests
{
    [Fact]
    public async Task Whoever_says_to_come_from_elsewhere_is_counted_where_he_is()
    {
        await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?> { ["Limits:FormsPerMinute"] = "3" });
        using var browser = portal.NewBrowser();
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(browser, $"192.0.2.{i}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(browser, "192.0.2.9"));
    }

    [Fact]
    public async Task A_proxy_that_is_named_is_believed()
    {
        await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?> { ["Limits:FormsPerMinute"] = "3", ["Portal:KnownProxies:0"] = "127.0.0.1" });
        using var browser = portal.NewBrowser();
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(browser, "192.0.2.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await PostAsync(browser, "192.0.2.1"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(browser, "192.0.2.2"));
    }

    private static async Task<HttpStatusCode> PostAsync(Browser browser, string saidToComeFrom)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>());
        form.Headers.TryAddWithoutValidation("X-Forwarded-For", saidToComeFrom);
        return (await browser.PostAsync("/sign-in", form)).StatusCode;
    }
}
