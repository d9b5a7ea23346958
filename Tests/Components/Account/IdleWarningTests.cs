using Bunit;
using PrivacyPortal.Components.Account;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Account;

public sealed class IdleWarningTests : PageContext
{
    private SessionEnds Fresh => new(Clock.GetUtcNow().AddMinutes(10), Clock.GetUtcNow().AddHours(8));

    [Fact]
    public void The_warning_comes_two_minutes_before_and_goes_when_the_session_is_extended_again_and_again()
    {
        Sessions.Ends = Fresh;
        Sessions.Extended = () => Fresh;
        var warning = Render<IdleWarning>();
        for (var i = 0; i < 12; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(7.9));
            Assert.Empty(warning.FindAll("[data-testid=idle-warning]"));
            Clock.Advance(TimeSpan.FromMinutes(0.2));
            warning.WaitForAssertion(() => Assert.NotNull(warning.Find("[role=alert] [data-testid=extend-session]")));
            warning.Find("[data-testid=extend-session]").Click();
            Assert.Empty(warning.FindAll("[data-testid=idle-warning]"));
            Clock.Advance(TimeSpan.FromSeconds(2)); // the watch looks again and sleeps until the next warning
            Sessions.Ends = Fresh;
        }
    }

    [Fact]
    public void A_session_at_its_longest_is_warned_and_offers_no_extension()
    {
        Sessions.Ends = new(Clock.GetUtcNow().AddMinutes(10), Clock.GetUtcNow().AddMinutes(1));
        var warning = Render<IdleWarning>();
        Assert.Contains("no session lasts longer", Text(warning, "idle-warning"), StringComparison.Ordinal);
        Assert.Empty(warning.FindAll("button"));
    }
}
