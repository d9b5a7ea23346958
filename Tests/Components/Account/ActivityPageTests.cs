using Bunit;
using PrivacyPortal.Components.Account;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Activity;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Account;

public sealed class ActivityPageTests : PageContext
{
    [Fact]
    public void Every_kind_of_event_is_said_in_a_sentence()
    {
        foreach (var act in Enum.GetValues<AuditAct>())
            Activity.Events.AddRange(new AccountEvent(Clock.GetUtcNow(), act, true, true, "Idle", null, "Chrome on Windows"), new AccountEvent(Clock.GetUtcNow(), act, false, true, "WrongPassword", null, null));
        var page = Render<ActivityPage>();
        Assert.All(Texts(page, "activity-row"), text => Assert.Matches(@"^[A-Z].+\. ", text));
        Assert.Equal(Activity.Events.Count, page.FindAll("[data-testid=activity-row]").Count);
    }

    [Fact]
    public void Wrong_tries_since_the_last_sign_in_are_said_at_once()
    {
        Activity.Last = new LastSignIn(Clock.GetUtcNow().AddDays(-1), "Firefox on Linux", 3);
        Assert.Contains("3 wrong tries since.", Text(Render<LastSignInView>(), "last-sign-in"), StringComparison.Ordinal);
    }
}
