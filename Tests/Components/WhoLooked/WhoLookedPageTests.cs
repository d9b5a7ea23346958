using Bunit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Components.WhoLooked;
using PrivacyPortal.Services;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.WhoLooked;
using PrivacyPortal.Tests.Services.Audit;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.WhoLooked;

[Trait("clause", "C13")]
public sealed class WhoLookedPageTests : PageContext, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("who-looked").FullName;

    public WhoLookedPageTests() => Services.AddLogging().AddAccess().AddStorage(Path.Combine(folder, "portal.db"))
        .AddAudit(new AuditPlaces(Path.Combine(folder, "key.pem"), Path.Combine(folder, "checkpoints"), "portal.test/audit")).AddWhoLooked();

    public async ValueTask InitializeAsync() => await Services.MigrateStoreAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task It_says_that_nobody_but_the_member_has_looked_until_somebody_has_and_shows_that_at_once()
    {
        await AppendAsync(Own(Category.Coverage), Own(Category.Claims));
        var page = Render<WhoLookedPage>();
        page.WaitForAssertion(() => Assert.Equal("Nobody but you has looked at your record.", Text(page, "only-you")), TimeSpan.FromSeconds(10));
        Assert.Equal(["You"], Texts(page, "look-who"));
        Assert.Equal(["coverage, claims"], Texts(page, "look-what"));
        await AppendAsync(Emergency());
        page.WaitForAssertion(() => Assert.Equal(["A provider Emergency", "You"], Texts(page, "look-who")), TimeSpan.FromSeconds(10));
        Assert.Empty(page.FindAll("[data-testid=only-you]"));
        Assert.StartsWith("Status okay: 2 visits shown", Text(page, "page-status"), StringComparison.Ordinal);
        Assert.Equal(0, Visit.Now.Sections);
    }

    [Fact]
    public async Task Refusals_come_when_asked_for_and_the_own_visits_can_be_left_out()
    {
        await AppendAsync(Own(Category.Coverage), Emergency() with { Allowed = false, Reason = nameof(Refusal.NoLiveNeed), Need = null, Purpose = PurposeOfUse.Treatment });
        var page = Render<WhoLookedPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=look]")), TimeSpan.FromSeconds(10));
        page.Find("[data-testid=show-refused]").Change(true);
        page.WaitForAssertion(() => Assert.Equal(["Refused"], Texts(page, "look-refused")), TimeSpan.FromSeconds(10));
        page.Find("[data-testid=others-only]").Change(true);
        page.WaitForAssertion(() => Assert.Equal(["A provider Refused"], Texts(page, "look-who")), TimeSpan.FromSeconds(10));
    }

    [Fact]
    [Trait("clause", "C12")]
    public async Task A_wipe_takes_the_list_out_and_coming_back_reads_it_again()
    {
        await AppendAsync(Own(Category.Coverage));
        var page = Render<WhoLookedPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=look]")), TimeSpan.FromSeconds(10));
        Visit.Wipe();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=looks-removed]")), TimeSpan.FromSeconds(10));
        Assert.Empty(page.FindAll("[data-testid=look]"));
        Visit.Return();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=look]")), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_download_goes_over_the_circuit_and_a_changed_log_gives_none()
    {
        await AppendAsync(Own(Category.Coverage));
        var page = Render<WhoLookedPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=look]")), TimeSpan.FromSeconds(10));
        page.Find("[data-testid=looks-download]").Click();
        page.WaitForAssertion(() => Assert.Single(JSInterop.Invocations, call => call.Identifier == "savePortalFile"), TimeSpan.FromSeconds(10));
        Assert.Empty(page.FindAll("[data-testid=looks-not-signed]"));
        File.WriteAllText(Path.Combine(folder, "key.pem"), "nothing");
        page.WaitForAssertion(() => Assert.False(page.Find("[data-testid=looks-download]").HasAttribute("disabled")), TimeSpan.FromSeconds(10));
        page.Find("[data-testid=looks-download]").Click();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=looks-not-signed]")), TimeSpan.FromSeconds(10));
    }

    private static AuditEntry Own(Category category) => AuditStore.Read(1) with { Account = "account", Session = "session", Category = category };

    private static AuditEntry Emergency() => AuditStore.Read(1) with { Account = "doctor", Session = "other", Roles = [Role.Provider], Purpose = PurposeOfUse.EmergencyTreatment, Need = NeedKind.Emergency };

    private async Task AppendAsync(params AuditEntry[] entries)
    {
        foreach (var entry in entries)
            await Services.GetRequiredService<IAuditLog>().AppendAsync(entry, TestContext.Current.CancellationToken);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
