using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Shell;

public sealed class RoutesTests : PageContext
{
    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    [Theory]
    [InlineData("/records")]
    [InlineData("/records/coverage")]
    [InlineData("/records/claims")]
    [InlineData("/records/care")]
    [InlineData("/records/medications")]
    [InlineData("/records/results")]
    [Trait("clause", "C2")]
    public void Without_an_account_a_record_page_asks_for_nothing_and_leads_to_sign_in(string url)
    {
        AddAuthorization().SetNotAuthorized();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Navigation.NavigateTo(url);
        var page = Render<Routes>();
        Assert.Contains("Please sign in", page.Markup, StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForState(() => Navigation.History.First().Options.ForceLoad);
        Assert.Equal(("/sign-in", true), (Navigation.History.First().Uri, Navigation.History.First().Options.ForceLoad));
        Assert.Empty(Records.Asked);
    }

    [Fact]
    public void With_an_account_the_page_stands_in_the_frame_of_the_record()
    {
        AddAuthorization().SetAuthorized("someone");
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Records.Has<MedicationOrder>();
        Navigation.NavigateTo("/records/medications");
        var page = Render<Routes>();
        Assert.Equal("Medicines", page.Find("main h1").TextContent);
        Assert.Equal("Medicines", page.Find("nav a.active span").TextContent);
        Assert.Single(page.FindAll("[data-testid=held-now]"));
    }

    [Fact]
    public void An_unknown_address_says_so()
    {
        AddAuthorization().SetNotAuthorized();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Navigation.NavigateTo("/records/claims/12345");
        Assert.Contains("no page at this address", Render<Routes>().Markup, StringComparison.Ordinal);
        Assert.Empty(Records.Asked);
    }

    [Fact]
    public void A_fault_of_a_page_shows_plain_words_and_nothing_of_the_fault()
    {
        AddAuthorization().SetAuthorized("someone");
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var layout = Render<PortalLayout>(p => p.Add(l => l.Body, builder => throw new InvalidOperationException("secret detail")));
        Assert.Equal("This page could not be shown", layout.Find("[data-testid=page-fault] h1").TextContent);
        Assert.DoesNotContain("secret", layout.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_faults_at_once_in_a_page_that_was_drawn_show_the_same_plain_words()
    {
        AddAuthorization().SetAuthorized("someone");
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var layout = Render<PortalLayout>(p => p.Add(l => l.Body, builder =>
        {
            builder.OpenComponent<FaultyParts>(0);
            builder.CloseComponent();
        }));
        layout.Find("button").Click();
        layout.WaitForAssertion(() => Assert.Equal("This page could not be shown", layout.Find("[data-testid=page-fault] h1").TextContent));
        Assert.DoesNotContain("secret", layout.Markup, StringComparison.Ordinal);
    }

    private sealed class FaultyParts : ComponentBase
    {
        private bool broken;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => broken = true));
            builder.CloseElement();
            for (var part = 0; broken && part < 4; part++)
            {
                builder.OpenComponent<FaultyPart>(2);
                builder.CloseComponent();
            }
        }
    }

    private sealed class FaultyPart : ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => throw new InvalidOperationException("secret detail");
    }
}
