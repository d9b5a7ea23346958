using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using PrivacyPortal.Components.Members;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Members;

/// <summary>The way into another's record, as it is drawn: over the real store, policy, audit and visit.</summary>
[Trait("clause", "C13")]
public sealed class RecordDeskTests : BunitContext, IAsyncLifetime
{
    private static readonly PatientId Amy = PatientId.From("amy")!.Value;

    private readonly ArrangedRecords records = new();
    private AccessStore store = null!;
    private MemberVisit visit = null!;
    private int backs;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await AccessStore.StartAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        visit = new MemberVisit(store.Policy, store.Get<IAuditLog>(), records, new HeldNow(), store.Clock);
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(store.Clock).AddSingleton(visit).AddSingleton(store.Get<CurrentPolicy>()).AddSingleton(store.Policy)
            .AddSingleton<RecordDoors>().AddSingleton(store.Get<IAuditLog>()).AddSingleton<RevealPart>();
        records.Is(new MemberIdentity("amy", Sensitivity.None) { Name = new PersonName("Amy Example") });
        records.Has(new Claim("c1", Sensitivity.None) { Number = "17" });
    }

    [Fact]
    public async Task Without_a_need_nothing_opens_and_nothing_is_read()
    {
        visit.Begin(await store.WithAsync("cleo", null, Role.ClaimsExaminer));
        var desk = Draw();
        Assert.Equal("There is nobody with both of these whose record this account may open now.", desk.Find("[data-testid=no-door]").TextContent.Trim());
        Assert.Empty(desk.FindAll("[data-testid=open-record]"));
        Assert.Empty(records.Asked);
    }

    [Fact]
    public async Task It_says_what_a_need_opens_and_why_the_rest_is_closed_before_anything_is_read()
    {
        await ExaminerAsync();
        var desk = Draw();
        Assert.Equal(9, desk.FindAll("[data-testid=decision]").Count);
        Assert.Contains("Opened (claims) to a claims examiner of the plan, for payment of care, because an open case about the member is assigned to them.", desk.Find("[data-category=Claims]").TextContent, StringComparison.Ordinal);
        Assert.Contains("no role of this account may see it for this purpose", desk.Find("[data-category=Results][data-allowed=false]").TextContent, StringComparison.Ordinal);
        Assert.Empty(records.Asked);
    }

    [Fact]
    public async Task Each_part_is_read_when_it_is_opened_and_closing_forgets_it()
    {
        await ExaminerAsync();
        var desk = Draw();
        desk.Find("[data-testid=open-record]").Click();
        desk.WaitForAssertion(() => Assert.Contains("Amy Example", desk.Find("[data-testid=record-whose]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["MemberIdentity"], records.Asked);
        Assert.Empty(desk.FindAll("[data-testid=part-results]"));
        desk.WaitForElement("[data-testid=part-claims]").Click();
        desk.WaitForAssertion(() => Assert.Equal("1 claim", desk.Find("[data-testid=claims-count]").TextContent.Trim()));
        Assert.Contains("Member owes", desk.Markup, StringComparison.Ordinal);
        desk.Find("[data-testid=close-record]").Click();
        desk.WaitForAssertion(() => Assert.Equal((0, null, 1), (visit.Now.Sections, visit.Record, backs)));
    }

    [Fact]
    public async Task A_relatives_record_stays_closed_with_the_reason()
    {
        await ExaminerAsync();
        await using (var db = await store.OpenAsync())
        {
            db.RecordTies.Add(new RecordTieRow { AccountId = "cleo", Subject = "amy", Tie = RecordTie.Relative });
            await db.SaveChangesAsync(Stop);
        }
        await store.Get<PrivacyPortal.Services.Rules.LivePolicy>().RefreshAsync(Stop);
        var desk = Draw();
        Assert.Empty(desk.FindAll("[data-allowed=true]"));
        Assert.Contains("nobody opens their own, a colleague's or a relative's record at work", desk.Find("[data-category=Claims]").TextContent, StringComparison.Ordinal);
        Assert.True(desk.Find("[data-testid=open-record]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_support_desk_says_why_before_a_part_is_read()
    {
        var sam = await store.WithAsync("sam", null, Role.Support);
        await store.Get<OpenCase>().RunAsync(sam, CaseKind.Support, Amy, "sam", Stop);
        visit.Begin(sam);
        var desk = Draw();
        desk.Find("[data-testid=open-record]").Click();
        desk.WaitForElement("[data-testid=part-claims]").Click();
        desk.WaitForElement("[data-testid=reveal-reason]");
        Assert.DoesNotContain("Claim", records.Asked);
        desk.Find("[data-testid=reveal-reason]").Change(nameof(RevealReason.MistakeReported));
        desk.Find("[data-testid=reveal-gate] form").Submit();
        desk.WaitForAssertion(() => Assert.NotEmpty(desk.FindAll("[data-testid=section-limited]")));
        Assert.Equal(["PartRevealed done", "RecordRead done"], (await store.AuditAsync())[^2..]);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await store.DisposeAsync();
    }

    private async Task ExaminerAsync()
    {
        var cleo = await store.WithAsync("cleo", null, Role.ClaimsExaminer);
        await store.Get<OpenCase>().RunAsync(cleo, CaseKind.Claims, Amy, "cleo", TimeSpan.FromDays(7), Stop);
        visit.Begin(cleo);
    }

    private IRenderedComponent<RecordDesk> Draw() => Render<RecordDesk>(desk => desk.Add(one => one.Subject, Amy).Add(one => one.Back, EventCallback.Factory.Create(this, () => backs++)));
}
