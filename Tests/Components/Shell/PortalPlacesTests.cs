using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Shell;

[Trait("clause", "C13")]
public sealed class PortalPlacesTests : PageContext
{
    [Fact]
    public void Every_link_leads_to_a_page_and_nobody_is_shown_one_that_is_closed_to_them()
    {
        Assert.NotEmpty(PortalPlaces.All);
        Assert.All(PortalPlaces.All, place =>
        {
            var page = typeof(Routes).Assembly.GetTypes().Single(type => type.GetCustomAttributes<RouteAttribute>().Any(route => route.Template == place.Url));
            if (page.GetCustomAttribute<OpensToAttribute>() is { } opens)
                Assert.Equal(opens.Roles.Order(), place.Roles.Order());
        });
    }

    [Fact]
    public void An_administrator_is_shown_no_link_to_a_record() =>
        Assert.DoesNotContain(PortalPlaces.All, place => place.Url.StartsWith(PortalUrls.Records, StringComparison.Ordinal) && (place.Roles.Length == 0 || place.Roles.Contains(Role.Administrator)));

    [Fact]
    public void A_link_that_the_gate_refuses_is_not_drawn()
    {
        AddAuthorization().SetNotAuthorized();
        Assert.Empty(Render<PlacesNav>().FindAll("a"));
    }
}
