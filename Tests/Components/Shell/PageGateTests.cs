using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shell;

namespace PrivacyPortal.Tests.Components.Shell;

/// <summary>C2: every page is closed; the open ones are written here.</summary>
[Trait("clause", "C2")]
public sealed class PageGateTests
{
    private static readonly string[] Open = ["/", "/privacy", "/privacy/versions", "/contact", "/concerns", "/forgot-password", "/not-found", "/fault", "/sign-in", "/compromised", "/exit"];

    private static readonly (Type Page, string Route)[] Pages =
        [.. from type in typeof(Routes).Assembly.GetTypes()
            from route in type.GetCustomAttributes<RouteAttribute>()
            select (type, route.Template)];

    [Fact]
    public void A_page_is_closed_unless_it_is_listed_as_open()
    {
        Assert.True(Pages.Length >= 11, "the pages were not found");
        Assert.All(Pages, page =>
        {
            Assert.True(page.Page.IsDefined(typeof(AuthorizeAttribute), inherit: true), $"{page.Page.Name} lost its gate");
            Assert.Equal(Open.Contains(page.Route), page.Page.IsDefined(typeof(AllowAnonymousAttribute), inherit: true));
        });
    }

    [Fact]
    [Trait("clause", "C11")]
    public void No_address_takes_a_parameter() =>
        Assert.All(Pages, page => Assert.DoesNotContain('{', page.Route));
}
