using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Components.Contact;
using PrivacyPortal.Components.Home;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Shell;

public sealed class FrameTests : PageContext
{
    public FrameTests() => Services.AddSingleton<AntiforgeryStateProvider>(new Token());

    [Fact]
    [Trait("clause", "C19")]
    public void A_signed_in_page_has_exit_and_sign_out_as_plain_posts()
    {
        AddAuthorization().SetAuthorized("someone").SetPolicies(PortalPolicies.SignedIn);
        var top = Render<PageFrameTop>();
        foreach (var (testId, action) in new[] { ("exit", "/exit"), ("sign-out", "/sign-out") })
        {
            var form = top.Find($"[data-testid={testId}]").ParentElement!;
            Assert.Equal(("FORM", "post", action), (form.TagName, form.GetAttribute("method"), form.GetAttribute("action")));
            Assert.NotNull(form.QuerySelector("input[type=hidden][name=af]"));
        }
    }

    [Fact]
    public void A_visitor_has_the_way_to_sign_in_and_no_way_out()
    {
        AddAuthorization().SetNotAuthorized();
        var top = Render<PageFrameTop>();
        Assert.Equal("/sign-in", top.Find("[data-testid=to-sign-in]").GetAttribute("href"));
        Assert.Equal("/language", Assert.Single(top.FindAll("form")).GetAttribute("action"));
    }

    [Fact]
    [Trait("clause", "C24")]
    public void The_other_language_stands_by_its_own_name_as_a_plain_post()
    {
        AddAuthorization().SetNotAuthorized();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/sign-in?then=%2Frecords");
        var form = Render<PageFrameTop>().Find("[data-testid=language]").ParentElement!;
        Assert.Equal(("FORM", "post"), (form.TagName, form.GetAttribute("method")));
        Assert.Equal(("Español", "es", "es"), (form.QuerySelector("button")!.TextContent, form.QuerySelector("button")!.GetAttribute("lang"), form.QuerySelector("button")!.GetAttribute("value")));
        Assert.Equal(["af:value", "page:/sign-in", "then:/records"], form.QuerySelectorAll("input").Select(field => $"{field.GetAttribute("name")}:{field.GetAttribute("value")}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void The_evaluation_banner_stands_in_evaluation_only(bool evaluation, int banners)
    {
        Services.AddSingleton(new PortalMode(evaluation));
        AddAuthorization().SetNotAuthorized();
        Assert.Equal(banners, Render<PageFrameTop>().FindAll("[data-testid=evaluation-banner]").Count);
    }

    [Fact]
    [Trait("clause", "C1")]
    public void The_foot_names_the_plan_and_how_to_reach_it()
    {
        AddAuthorization().SetNotAuthorized();
        var foot = Render<PageFrameBottom>();
        Assert.Equal([("Contact us", "/contact"), ("Privacy", "/privacy"), ("Comments and concerns", "/concerns"), ("Home", "/")], foot.FindAll("nav a").Select(a => (a.TextContent, a.GetAttribute("href")!)));
        Assert.Contains("© 2026 Harbor Plan, Inc.", foot.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:18005550142", foot.Find("[data-testid=telephone]").GetAttribute("href"));
    }

    [Fact]
    [Trait("clause", "C16")]
    public void The_email_address_stands_only_behind_its_warning()
    {
        var page = Render<ContactPage>();
        var details = page.Find("details[data-testid=email-warning]");
        Assert.False(details.HasAttribute("open"));
        Assert.Contains("can be read by anyone", details.TextContent, StringComparison.Ordinal);
        Assert.NotNull(details.QuerySelector("[data-testid=email]"));
        Assert.Single(page.FindAll("a[href^='mailto:']"));
        Assert.True(page.Markup.IndexOf("data-testid=\"telephone\"", StringComparison.Ordinal) < page.Markup.IndexOf("<details", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("clause", "C6")]
    public void Contact_says_that_nobody_asks_for_a_password() =>
        Assert.Contains("Nobody at Harbor Plan will ever ask you for your password", Render<ContactPage>().Markup, StringComparison.Ordinal);

    [Fact]
    public void Home_leads_a_visitor_to_sign_in_and_a_member_to_the_record()
    {
        var authorization = AddAuthorization();
        authorization.SetNotAuthorized();
        Assert.NotNull(Render<HomePage>().Find("[data-testid=home-sign-in]"));
        authorization.SetAuthorized("someone");
        Assert.Equal("/records", Render<HomePage>().Find("[data-testid=to-record]").GetAttribute("href"));
    }

    private sealed class Token : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("value", "af");
    }
}
