using Bunit;
using PrivacyPortal.Components.Account;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Account;

public sealed class IdleWarningTests : PageContext
{
    private SessionEnds Fresh => new(Clock.GetUtcNow().AddMinutes(10), Clock.GetUtcNow().AddHours(8));

    [Fact]
    public async Task The_warning_comes_two_minutes_before_and_goes_when_the_session_is_extended_again_and_again()
    {
        Sessions.Ends = Fresh;
        Sessions.Extended = () => Fresh;
        var warning = Render<IdleWarning>();
        for (var i = 0; i < 12; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(7.9));
            Assert.Empty(warning.FindAll("[data-testid=idle-warning]"));
            await PassAsync(warning, TimeSpan.FromMinutes(0.2));
            Assert.NotNull(warning.Find("[role=alert] [data-testid=extend-session]"));
            await warning.Find("[data-testid=extend-session]").ClickAsync(new());
            Assert.Empty(warning.FindAll("[data-testid=idle-warning]"));
            await PassAsync(warning, TimeSpan.FromSeconds(2));
        }
    }

    // lets time pass until the watch looks again, and waits until it has looked and sleeps
    private async Task PassAsync(IRenderedComponent<IdleWarning> warning, TimeSpan time)
    {
        var before = Sessions.Asked;
        Clock.Advance(time);
        Assert.True(SpinWait.SpinUntil(() => Sessions.Asked > before, TimeSpan.FromSeconds(10)));
        await warning.InvokeAsync(() => { });
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
