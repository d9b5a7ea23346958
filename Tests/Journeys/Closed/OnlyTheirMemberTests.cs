using System.Net;
using Microsoft.Playwright;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Closed;

/// <summary>C2, C13: a page of the record opened without a session, with a dead one, or with another member's: nothing of the first member leaves the server, in no page and in no frame.</summary>
[Collection(JourneyTests.Name), Trait("clause", "C13")]
public sealed class OnlyTheirMemberTests(SharedPortal shared)
{
    private static readonly string[] Pages = ["records", "records/coverage", "records/claims", "records/care", "records/medications", "records/results"];

    /// <summary>What is member-1's alone among the sample people: on the overview, the claims, the care pages.</summary>
    private static readonly string[] First = ["O'Hara248", "O\u0027Hara248", "Carroll471", "274f5452-2a39-44c4-a7cb-f36de467762e"];

    [Fact]
    public async Task No_cookie_and_an_invented_cookie_get_the_way_to_sign_in_and_no_circuit()
    {
        await shared.StartAsync();
        await NothingOpensAsync(null);
        await NothingOpensAsync($"{PortalHttp.SessionCookie}={new string('0', 64)}");
    }

    [Fact]
    public async Task A_stale_cookie_gets_the_same()
    {
        await using var visitor = await shared.SignedInAsync("member-1");
        var cookies = await PortalHttp.CookiesAsync(visitor.Context);
        using (var client = PortalHttp.NewClient(shared.Portal.Address, cookies))
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("records", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await PortalHttp.OpenHubAsync(shared.Portal.Address, cookies, TestContext.Current.CancellationToken));
        await visitor.Page.GetByTestId("sign-out").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/sign-in");
        await NothingOpensAsync(cookies);
    }

    [Fact]
    public async Task Another_members_cookie_shows_that_members_record_and_not_a_word_of_the_first()
    {
        await using var first = await shared.SignedInAsync("member-1");
        await Assertions.Expect(first.Page.GetByTestId("member-name")).ToContainTextAsync(First[0]);
        await EveryPageAsync(first);
        Assert.Contains(First[0], first.Watch.Received, StringComparison.Ordinal); // the frames can be read: a search that finds nothing then says something
        await using var second = await shared.SignedInAsync("member-4");
        await EveryPageAsync(second);
        var received = second.Watch.Received;
        Assert.Contains("Delagarza", received, StringComparison.Ordinal);
        Assert.All(First, word => Assert.DoesNotContain(word, received, StringComparison.Ordinal));
    }

    [Fact, Trait("clause", "C12")]
    public async Task No_record_stands_in_the_HTML_of_a_page()
    {
        await using var visitor = await shared.SignedInAsync("member-1");
        using var client = PortalHttp.NewClient(shared.Portal.Address, await PortalHttp.CookiesAsync(visitor.Context));
        foreach (var page in Pages)
        {
            var html = await client.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("blazor", html, StringComparison.Ordinal);
            Assert.All(First, word => Assert.DoesNotContain(word, WebUtility.HtmlDecode(html), StringComparison.Ordinal));
        }
    }

    private static async Task EveryPageAsync(PortalVisitor visitor)
    {
        foreach (var page in Pages)
        {
            await visitor.Page.GotoAsync(page);
            await visitor.ShownAsync();
        }
    }

    private async Task NothingOpensAsync(string? cookies)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = PortalHttp.NewClient(shared.Portal.Address, cookies);
        foreach (var page in Pages)
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), cancel);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync(cancel));
        }
        Assert.Equal(HttpStatusCode.Unauthorized, await PortalHttp.OpenHubAsync(shared.Portal.Address, cookies, cancel));
    }
}
