using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Activity;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Messages;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.Tests.Support;

/// <summary>Draws a page as one signed-in member's circuit would: the real policy and visit, a record system that the test arranges.</summary>
public abstract class PageContext : BunitContext
{
    protected PageContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(new PortalMode(Evaluation: true));
        Services.Configure<PlanOptions>(plan =>
        {
            (plan.Name, plan.LegalName, plan.Telephone, plan.Email) = ("Harbor Plan", "Harbor Plan, Inc.", "1-800-555-0142", "hello@plan.example");
            plan.Post.Add("PO Box 1200");
        });
        Visit = new MemberVisit(new AccessPolicy(Clock), Audit, Records, HeldNow, Clock);
        Services.AddSingleton(Visit);
        Services.AddSingleton(new WhoCouldLook(new CurrentPolicy(), Clock));
        Services.AddSingleton(new CircuitSession());
        Services.AddSingleton<ISessionClock>(Sessions);
        Services.AddSingleton<IOwnActivity>(Activity);
        Services.AddSingleton(new OwnRequests(Store, Clock));
        Services.AddSingleton(new WhoLookedList(new SqliteStore("Data Source=/dev/null/none"), new AuditWritten(), Clock)); // no log to read, until a test has one
        Visit.Begin(new Actor("account", "session", new HashSet<Role> { Role.Member }, PatientId.From("p1"), HasPersonalPassword: true));
    }

    private protected FakeTimeProvider Clock { get; } = new(ArrangedRecords.At);

    private protected ArrangedRecords Records { get; } = new();

    private protected MemoryAudit Audit { get; } = new();

    private protected HeldNow HeldNow { get; } = new();

    private protected ArrangedSession Sessions { get; } = new();

    private protected ArrangedActivity Activity { get; } = new();

    private protected EmptyStore Store { get; } = new();

    private protected MemberVisit Visit { get; }

    /// <summary>The text of the one element with this test id.</summary>
    private protected static string Text<T>(IRenderedComponent<T> page, string testId) where T : IComponent =>
        Tidy(page.Find($"[data-testid={testId}]").TextContent);

    private protected static IReadOnlyList<string> Texts<T>(IRenderedComponent<T> page, string testId) where T : IComponent =>
        [.. page.FindAll($"[data-testid={testId}]").Select(found => Tidy(found.TextContent))];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Store.Dispose();
    }

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
