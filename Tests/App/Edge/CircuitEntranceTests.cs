using System.Net;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Edge;

public sealed class CircuitEntranceTests
{
    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://{own}")]
    [InlineData("https://{own}.evil.example")]
    [InlineData("https://evil.example/{own}")]
    [InlineData("https://localhost:1")]
    [InlineData("null")]
    [InlineData("file://")]
    [InlineData("")]
    [Trait("clause", "C9")]
    public async Task A_page_of_another_site_gets_no_circuit_whatever_cookies_it_has(string origin)
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        Assert.Equal(HttpStatusCode.Forbidden, await member.OpenHubAsync(origin.Replace("{own}", portal.Https.Authority, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await member.OpenHubAsync());
    }

    [Theory]
    [InlineData("/_blazor", HttpStatusCode.BadRequest)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", HttpStatusCode.NotFound)]
    [InlineData("/_blazor/disconnect", HttpStatusCode.Forbidden)]
    public async Task There_is_no_other_way_in_than_a_WebSocket(string address, HttpStatusCode expected)
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        Assert.Equal(expected, (await member.PostAsync(address)).StatusCode);
    }

    [Fact]
    [Trait("clause", "C12")]
    public async Task A_page_that_is_left_says_so_also_when_its_session_is_over_and_from_no_other_site()
    {
        await using var portal = await PortalHost.StartAsync();
        using var nobody = portal.NewBrowser();
        Assert.Equal(HttpStatusCode.BadRequest, await LeaveAsync(nobody, portal.Https.GetLeftPart(UriPartial.Authority))); // no such circuit
        Assert.Equal(HttpStatusCode.Forbidden, await LeaveAsync(nobody, "https://evil.example"));
    }

    [Fact]
    public async Task One_account_has_so_many_circuits_at_a_time_and_another_keeps_its_own()
    {
        await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?> { ["Limits:CircuitsPerAccount"] = "3" });
        using var flood = await portal.SignedInAsync("member-1");
        using var honest = await portal.SignedInAsync("member-2", record: "Patient/p2");
        var held = new[] { await flood.HoldHubAsync(), await flood.HoldHubAsync(), await flood.HoldHubAsync() };
        Assert.Equal(HttpStatusCode.TooManyRequests, await flood.OpenHubAsync());
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await honest.OpenHubAsync());
        foreach (var socket in held)
            socket.Dispose();
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await SoonAsync(flood));
    }

    [Fact]
    public async Task Forms_from_one_address_are_so_many_in_a_minute_and_the_answer_says_so()
    {
        await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?> { ["Limits:FormsPerMinute"] = "5" });
        using var browser = portal.NewBrowser();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-in")).StatusCode);
        var refused = await browser.PostAsync("/sign-in");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(1)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        Assert.Contains("Please wait a minute", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).StatusCode);
    }

    private static async Task<HttpStatusCode> LeaveAsync(Browser browser, string origin)
    {
        using var circuit = new FormUrlEncodedContent(new Dictionary<string, string> { ["circuitId"] = "no such circuit" });
        circuit.Headers.TryAddWithoutValidation("Origin", origin);
        return (await browser.PostAsync("/_blazor/disconnect", circuit)).StatusCode;
    }

    private static async Task<HttpStatusCode> SoonAsync(Browser browser)
    {
        var status = await browser.OpenHubAsync();
        for (var tries = 0; status != HttpStatusCode.SwitchingProtocols && tries < 50; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            status = await browser.OpenHubAsync();
        }
        return status;
    }
}
