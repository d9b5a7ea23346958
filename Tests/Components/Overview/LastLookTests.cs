using Bunit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Components.Overview;
using PrivacyPortal.Services;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Services.WhoLooked;
using PrivacyPortal.Tests.Services.Audit;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Overview;

[Trait("clause", "C13")]
public sealed class LastLookTests : PageContext, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("last-look").FullName;

    public LastLookTests() => Services.AddLogging().AddAccess().AddStorage(Path.Combine(folder, "portal.db"))
        .AddAudit(new AuditPlaces(Path.Combine(folder, "key.pem"), Path.Combine(folder, "checkpoints"), "portal.test/audit")).AddWhoLooked();

    public async ValueTask InitializeAsync() => await Services.MigrateStoreAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task The_first_page_says_who_looked_last_and_that_only_the_member_did()
    {
        await AppendAsync(AuditStore.Read(1) with { Account = "account", Session = "session" });
        var before = Render<LastLook>();
        before.WaitForAssertion(() => Assert.Equal("Nobody but you has looked at your record.", Text(before, "last-look")), TimeSpan.FromSeconds(10));
        await AppendAsync(AuditStore.Read(1) with { Account = "doctor", Session = "other", Roles = [Role.Provider], Purpose = PurposeOfUse.EmergencyTreatment, Need = NeedKind.Emergency });
        var after = Render<LastLook>();
        after.WaitForAssertion(() => Assert.StartsWith("A provider: ", Text(after, "last-look"), StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Contains("to treat you in an emergency", after.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C12")]
    public async Task A_wipe_takes_it_from_the_first_page_and_coming_back_reads_it_again()
    {
        await AppendAsync(AuditStore.Read(1) with { Account = "doctor", Session = "other", Roles = [Role.Provider] });
        Records.Is(new MemberIdentity("p1", Sensitivity.None) { Name = new PersonName("Ada") });
        Records.Has<PlanCoverage>();
        Records.Has<Claim>();
        var page = Render<OverviewPage>();
        page.WaitForAssertion(() => Assert.StartsWith("A provider: ", Text(page, "last-look"), StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Visit.Wipe();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=last-look]")), TimeSpan.FromSeconds(10));
        Visit.Return();
        page.WaitForAssertion(() => Assert.StartsWith("A provider: ", Text(page, "last-look"), StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

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
