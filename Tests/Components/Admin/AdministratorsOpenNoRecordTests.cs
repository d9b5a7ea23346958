using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Activity;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Takeaway;
using PrivacyPortal.Services.WhoLooked;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Admin;

/// <summary>Every page of a record, drawn in an administrator's circuit: refused, with nothing asked of the record system - even when the account is tied to a record.</summary>
[Trait("clause", "C13")]
public sealed class AdministratorsOpenNoRecordTests : AdminPageContext
{
    public static TheoryData<Type> Pages => [.. typeof(RecordPage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RecordPage)) && type.IsDefined(typeof(RouteAttribute)))];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_of_a_record_shows_and_asks_for_nothing(Type page)
    {
        await DrawAsync(page, Ada);
        Assert.Empty(Records.Asked);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nor_when_the_account_is_tied_to_a_record(Type page)
    {
        var tied = await Store.WithAsync("eve", "Patient/eve", Role.Administrator);
        await DrawAsync(page, tied with { OwnRecord = PatientId.From("eve") });
        Assert.Empty(Records.Asked);
    }

    [Fact]
    public void The_pages_were_found() => Assert.True(Pages.Count >= 6, "the pages of a record were not found");

    private async Task DrawAsync(Type page, Actor who)
    {
        var audit = new MemoryAudit();
        var visit = new MemberVisit(Store.Policy, audit, Records, new HeldNow(), Store.Clock);
        visit.Begin(who);
        Services.AddSingleton(visit).AddSingleton<IOwnActivity>(new ArrangedActivity()).AddSingleton(new TakeRecord(audit)).AddSingleton(Store.Get<WhoLookedList>());
        AddAuthorization().SetNotAuthorized();
        var drawn = Render(builder =>
        {
            builder.OpenComponent(0, page);
            builder.CloseComponent();
        });
        await Task.Delay(50, Stop);
        Assert.Empty(drawn.FindAll("[data-record]"));
        Assert.Empty(drawn.FindAll("[data-state=shown]"));
        Assert.DoesNotContain(audit.Entries, entry => entry.Allowed);
        Assert.Equal(0, visit.Now.Sections);
    }
}
