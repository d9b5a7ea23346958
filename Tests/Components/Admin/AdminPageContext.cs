using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Administration;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Messages;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Admin;

/// <summary>Draws a page of administration over a real store with the real acts: ada and bea administer, sam is at the support desk, amy is a member.</summary>
public abstract class AdminPageContext : BunitContext, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private protected AccessStore Store { get; private set; } = null!;

    private protected Actor Ada { get; private set; } = null!;

    private protected Actor Bea { get; private set; } = null!;

    private protected Actor Sam { get; private set; } = null!;

    private protected Actor Amy { get; private set; } = null!;

    private protected ArrangedRecords Records { get; } = new();

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Store = await AccessStore.StartAsync();
        Ada = await Store.WithAsync("ada", null, Role.Administrator);
        Bea = await Store.WithAsync("bea", null, Role.Administrator);
        Sam = await Store.WithAsync("sam", null, Role.Support);
        Amy = await Store.WithAsync("amy", "Patient/secret-patient", Role.Member);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Store.Clock);
        Services.Configure<PlanOptions>(plan => plan.Name = "Harbor Plan");
        Services.AddSingleton(Store.Get<CurrentPolicy>()).AddSingleton(Store.Get<RoleBook>()).AddSingleton(Store.Get<RuleBook>()).AddSingleton(Store.Get<RehearseRules>());
        Services.AddSingleton(Store.Get<ProposeRuleChange>()).AddSingleton(Store.Get<ApproveRuleChange>());
        Services.AddSingleton(Store.Get<GrantRole>()).AddSingleton(Store.Get<ApproveRole>()).AddSingleton(Store.Get<RevokeRole>()).AddSingleton(Store.Get<RenewRole>());
        Services.AddSingleton(Store.Get<AccountList>()).AddSingleton(Store.Get<AddAccount>()).AddSingleton(Store.Get<DisableAccount>());
        Services.AddSingleton(Store.Get<OwnRequests>());
        Services.AddSingleton(Store.Get<EnableAccount>()).AddSingleton(Store.Get<EndAccountSessions>());
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The page as this account's circuit draws it, once it has been read.</summary>
    private protected IRenderedComponent<T> Open<T>(Actor who) where T : IComponent
    {
        var visit = new MemberVisit(Store.Policy, new MemoryAudit(), Records, new HeldNow(), Store.Clock);
        visit.Begin(who);
        Services.AddSingleton(visit);
        var page = Render<T>();
        page.WaitForAssertion(() => Assert.NotEqual("Reading.", Text(page, "page-status")), Patience);
        return page;
    }

    private protected static void Await<T>(IRenderedComponent<T> page, Action assertion) where T : IComponent => page.WaitForAssertion(assertion, Patience);

    private protected async Task BreakAsync(string table)
    {
        await using var db = await Store.OpenAsync();
#pragma warning disable EF1002 // a name of the test, no text from people
        await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{table}\" RENAME TO \"{table}Gone\"", Stop);
#pragma warning restore EF1002
    }

    private protected static string Text<T>(IRenderedComponent<T> page, string testId) where T : IComponent => Tidy(page.Find($"[data-testid={testId}]").TextContent);

    private protected static IReadOnlyList<string> Texts<T>(IRenderedComponent<T> page, string testId) where T : IComponent =>
        [.. page.FindAll($"[data-testid={testId}]").Select(found => Tidy(found.TextContent))];

    private protected static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
