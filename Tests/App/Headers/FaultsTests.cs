using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Components.SignIn;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Headers;

public sealed class FaultsTests
{
    [Fact]
    public async Task What_fails_inside_is_one_honest_page_with_nothing_of_the_inside()
    {
        await using var portal = await FailingAsync(new InvalidOperationException("the inside"));
        using var browser = portal.NewBrowser();
        await AssertFramedAsync(await browser.GetAsync("/sign-in"), HttpStatusCode.InternalServerError, "This page could not be shown", "1-800-555", "Skip to the content");
        using var form = await browser.SendAsync(HttpMethod.Get, "/fault");
        await AssertFramedAsync(form, HttpStatusCode.OK, "This page could not be shown", "1-800-555");
    }

    [Fact]
    public async Task While_the_store_is_away_a_page_says_so_with_503()
    {
        await using var portal = await FailingAsync(new DbUpdateException("the inside"));
        using var browser = portal.NewBrowser();
        await AssertFramedAsync(await browser.SendAsync(HttpMethod.Get, "/sign-in", Shows), HttpStatusCode.ServiceUnavailable, "The portal cannot reach its store", "1-800-555", "Skip to the content");
        await AssertFramedAsync(await browser.SendAsync(HttpMethod.Get, "/sign-in", Shows, ("Accept-Language", "es")), HttpStatusCode.ServiceUnavailable, "El portal no puede comunicarse con su almac\u00e9n", "Ir al contenido");
    }

    [Fact]
    public async Task A_strange_host_name_is_refused_with_a_page_and_is_never_sent_on()
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        await AssertFramedAsync(await browser.SendAsync(HttpMethod.Get, "/sign-in", Shows, ("Host", "evil.example")), HttpStatusCode.BadRequest, "What was sent could not be taken", "Skip to the content");
        using var plain = new Browser(portal.Http);
        using var refused = await plain.SendAsync(HttpMethod.Get, "/sign-in", Shows, ("Host", "evil.example"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Null(refused.Headers.Location);
        Assert.Contains("Content-Security-Policy", refused.Headers.Select(header => header.Key));
        Assert.DoesNotContain("<", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/sign-in", HttpStatusCode.BadRequest, "What was sent could not be taken", "Lo enviado no se pudo tomar")]
    [InlineData("POST", "/account/password", HttpStatusCode.Unauthorized, "You are no longer signed in", "Su sesi\u00f3n ya no est\u00e1 abierta")]
    [InlineData("PUT", "/sign-in", HttpStatusCode.MethodNotAllowed, "What was sent could not be taken", "Lo enviado no se pudo tomar")]
    public async Task A_refusal_is_a_page_of_the_portal_in_the_language_of_its_reader(string method, string address, HttpStatusCode status, string english, string spanish)
    {
        await using var portal = await PortalHost.StartAsync();
        using var browser = portal.NewBrowser();
        await AssertFramedAsync(await browser.SendAsync(new HttpMethod(method), address, Shows, ("Accept-Language", "en")), status, english, "Skip to the content");
        await AssertFramedAsync(await browser.SendAsync(new HttpMethod(method), address, Shows, ("Accept-Language", "es")), status, spanish, "Ir al contenido");
    }

    [Fact]
    public async Task A_member_at_a_page_of_other_work_and_at_a_form_without_its_token_gets_pages_too()
    {
        await using var portal = await PortalHost.StartAsync();
        using var member = await portal.SignedInAsync("member-1");
        // to a stranger every address that is not public is one to sign in for: which ones there are is not told
        await AssertFramedAsync(await member.SendAsync(HttpMethod.Get, "/no/such/page", Shows), HttpStatusCode.NotFound, "There is no page at this address", "data-testid=\"exit\"");
        await AssertFramedAsync(await member.SendAsync(HttpMethod.Get, "/no/such/page", Shows, ("Accept-Language", "es")), HttpStatusCode.NotFound, "No hay ninguna p\u00e1gina en esta direcci\u00f3n");
        await AssertFramedAsync(await member.SendAsync(HttpMethod.Get, "/admin/accounts", Shows), HttpStatusCode.Forbidden, "This page is not for your account", "data-testid=\"exit\"");
        await AssertFramedAsync(await member.SendAsync(HttpMethod.Post, "/account/password", Shows), HttpStatusCode.BadRequest, "What was sent could not be taken", "data-testid=\"exit\"");
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/records")).StatusCode);
    }

    [Fact]
    public async Task Too_many_forms_are_answered_with_a_page_that_says_when_to_come_back()
    {
        await using var portal = await PortalHost.StartAsync(new Dictionary<string, string?> { ["Limits:FormsPerMinute"] = "1" });
        using var browser = portal.NewBrowser();
        await browser.SendAsync(HttpMethod.Post, "/sign-in", Shows);
        using var refused = await browser.SendAsync(HttpMethod.Post, "/sign-in", Shows);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter?.Delta);
        await AssertFramedAsync(refused, HttpStatusCode.TooManyRequests, "Too many requests came from here", "Skip to the content");
    }

    private static (string, string) Shows => ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    private static Task<PortalHost> FailingAsync(Exception inside) => PortalHost.StartAsync(services: services => services.AddScoped<IBrowserSession>(_ => throw inside));

    private static async Task AssertFramedAsync(HttpResponseMessage answer, HttpStatusCode status, params string[] said)
    {
        Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.All(said, words => Assert.Contains(words, page, StringComparison.Ordinal));
        foreach (var inside in (string[])["ntiforgery", "the inside", "Exception", " at PrivacyPortal", "Microsoft."])
            Assert.DoesNotContain(inside, page.Replace("__RequestVerificationToken", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var header in (string[])["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control"])
            Assert.True(answer.Headers.Contains(header), header);
        answer.Dispose();
    }
}
