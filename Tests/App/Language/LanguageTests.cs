using System.Net;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Language;

/// <summary>Which language a page comes in, and how a visitor chooses: without JavaScript, without an account.</summary>
[Trait("clause", "C24")]
public sealed class LanguageTests
{
    [Fact]
    public async Task A_choice_is_remembered_as_two_letters_and_leads_back_to_its_page()
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.NewBrowser();
        Assert.Contains("<html lang=\"en\">", await visitor.ReadAsync("/sign-in"), StringComparison.Ordinal);
        var chosen = await visitor.PostFormAsync("/sign-in?then=%2Ffamily", new() { ["language"] = "es" }, "/language");
        Assert.Equal("/sign-in?then=%2Ffamily", visitor.Target(chosen));
        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-language=", StringComparison.Ordinal));
        Assert.Equal(["__Host-language=es", "httponly", "max-age=31536000", "path=/", "samesite=lax", "secure"], cookie.Split("; ").Order(StringComparer.Ordinal));
        var page = await visitor.ReadAsync("/sign-in");
        Assert.Contains("<html lang=\"es\">", page, StringComparison.Ordinal);
        Assert.Contains("Iniciar sesi", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\" data-testid=\"language\">English</button>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/sign-in/../../elsewhere")]
    [InlineData("/theme.css")]
    [InlineData("")]
    public async Task It_leads_to_no_page_but_the_portal_s_own(string page)
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.NewBrowser();
        Assert.Equal("/", visitor.Target(await visitor.PostFormAsync("/privacy", new() { ["language"] = "es", ["page"] = page, ["then"] = page }, "/language")));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("es; Domain=evil.example")]
    [InlineData("")]
    public async Task Nothing_but_a_language_of_the_portal_is_remembered(string language)
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.NewBrowser();
        var answer = await visitor.PostFormAsync("/privacy", new() { ["language"] = language }, "/language");
        Assert.DoesNotContain(visitor.Cookies.GetAllCookies(), cookie => cookie.Name == "__Host-language");
        Assert.Equal("/privacy", visitor.Target(answer));
    }

    [Fact]
    public async Task A_post_from_another_site_chooses_nothing()
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.NewBrowser();
        using var form = new FormUrlEncodedContent([new("language", "es"), new("page", "/privacy")]);
        Assert.Equal("/", visitor.Target(await visitor.PostAsync("/language", form)));
        Assert.DoesNotContain(visitor.Cookies.GetAllCookies(), cookie => cookie.Name == "__Host-language");
    }

    [Theory]
    [InlineData("es-MX,es;q=0.9,en;q=0.8", null, "es")]
    [InlineData("fr,es;q=0.5,en;q=0.4", null, "es")]
    [InlineData("en;q=0.1,es;q=0", null, "en")]
    [InlineData("fr", null, "en")]
    [InlineData("not a language at all;;", null, "en")]
    [InlineData(null, null, "en")]
    [InlineData("es", "en", "en")]
    [InlineData("es", "xx", "es")]
    public async Task The_choice_comes_first_then_the_browser_then_English(string? browser, string? chosen, string language)
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.NewBrowser();
        if (chosen is not null)
            visitor.Cookies.Add(portal.Https, new Cookie("__Host-language", chosen) { Secure = true, Path = "/" });
        Assert.Contains($"<html lang=\"{language}\">", await visitor.ReadAsync("/", browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fault_and_the_page_that_is_not_there_speak_it_too()
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.NewBrowser();
        await visitor.PostFormAsync("/", new() { ["language"] = "es" }, "/language");
        Assert.Contains("No se pudo mostrar esta p", await visitor.ReadAsync("/fault"), StringComparison.Ordinal);
        Assert.Contains("No hay ninguna p", await visitor.ReadAsync("/not-found"), StringComparison.Ordinal);
    }
}
