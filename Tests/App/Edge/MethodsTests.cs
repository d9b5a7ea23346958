using System.Net;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Edge;

public sealed class MethodsTests
{
    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task There_are_no_methods_but_those_of_pages_and_forms(string method)
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        using var answer = await browser.SendAsync(new HttpMethod(method), "/sign-in");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task HEAD_is_GET_without_the_content_and_opens_no_more()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        using var page = await browser.SendAsync(HttpMethod.Head, "/sign-in");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await page.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var closed = await browser.SendAsync(HttpMethod.Head, "/records");
        Assert.StartsWith("/sign-in", browser.Target(closed), StringComparison.Ordinal);
    }
}
