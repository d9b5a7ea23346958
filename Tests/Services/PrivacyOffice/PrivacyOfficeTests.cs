using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.PrivacyOffice;
using PrivacyPortal.Services.PrivacyOffice.Unusual;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.PrivacyOffice;

[Trait("clause", "C23")]
public sealed class PrivacyOfficeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("clause", "C13")]
    public async Task Nobody_but_a_privacy_officer_is_answered()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, ada) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("ada", null, Role.Administrator));
        foreach (var who in (Actor[])[amy, ada])
        {
            Assert.Null(await store.Get<SearchAudit>().RunAsync(who, new AuditQuestion(), Stop));
            Assert.Null(await store.Get<WhatAccountSaw>().RunAsync(who, "amy", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Stop));
            Assert.Null(await store.Get<UnusualAccess>().RunAsync(who, SentenceLanguage.English, Stop));
            Assert.Null(await store.Get<GlassToReview>().ListAsync(who, Stop));
        }
        Assert.DoesNotContain("AuditSearched done", await store.AuditAsync());
    }

    [Fact]
    public async Task A_search_narrows_by_account_act_time_and_reference_and_goes_page_by_page()
    {
        await using var store = await AccessStore.StartAsync();
        var pia = await store.WithAsync("pia", null, Role.PrivacyOfficer);
        await store.WithAsync("doc", "Practitioner/7", Role.Provider);
        await ReadsAsync(store, 60, n => $"m{n % 3}");
        store.Clock.Advance(TimeSpan.FromHours(1));
        await ReadsAsync(store, 5, _ => "m9", allowed: false);
        var first = await SearchAsync(new AuditQuestion { Account = "DOC" });
        Assert.Equal((SearchAudit.PerPage, "doc"), (first.Entries.Count, first.Entries[0].UserName));
        var second = await SearchAsync(new AuditQuestion { Account = "doc", Before = first.Next });
        Assert.Equal((15, null), (second.Entries.Count, second.Next));
        Assert.Empty(first.Entries.Select(hit => hit.Record.Sequence).Intersect(second.Entries.Select(hit => hit.Record.Sequence)));
        Assert.Equal(5, (await SearchAsync(new AuditQuestion { RefusedOnly = true })).Entries.Count);
        Assert.Equal(20, (await SearchAsync(new AuditQuestion { Reference = "m1" })).Entries.Count);
        Assert.Equal(5, (await SearchAsync(new AuditQuestion { Account = "doc", From = store.Clock.GetUtcNow() })).Entries.Count);
        Assert.Equal(60, (await SearchAsync(new AuditQuestion { Account = "doc", Until = store.Clock.GetUtcNow(), Before = first.Next })).Entries.Count + first.Entries.Count(hit => hit.Record.At < store.Clock.GetUtcNow()));
        Assert.Empty((await SearchAsync(new AuditQuestion { Account = "nobody" })).Entries);
        Assert.Equal(7, (await store.AuditAsync()).Count(line => line == "AuditSearched done"));

        async Task<AuditPage> SearchAsync(AuditQuestion question) => (await store.Get<SearchAudit>().RunAsync(pia, question, Stop))!;
    }

    [Fact]
    public async Task What_an_account_saw_is_each_record_with_its_parts_between_two_times()
    {
        await using var store = await AccessStore.StartAsync();
        var pia = await store.WithAsync("pia", null, Role.PrivacyOfficer);
        await store.WithAsync("doc", "Practitioner/7", Role.Provider);
        await ReadsAsync(store, 4, n => n < 3 ? "m1" : "m2");
        await ReadsAsync(store, 1, _ => "m3", allowed: false);
        store.Clock.Advance(TimeSpan.FromHours(1));
        await ReadsAsync(store, 1, _ => "late");
        var seen = (await store.Get<WhatAccountSaw>().RunAsync(pia, "doc", AccessStore.Noon, AccessStore.Noon.AddMinutes(30), Stop))!;
        Assert.Equal([("m1", 3), ("m2", 1)], seen.OrderBy(one => one.Subject).Select(one => (one.Subject, one.Times)));
        Assert.Equal([Category.Identity, Category.Coverage, Category.Claims], seen.Single(one => one.Subject == "m1").Categories);
    }

    [Fact]
    public async Task Each_rule_finds_what_its_sentence_says_and_ordinary_work_is_not_found()
    {
        await using var store = await AccessStore.StartAsync();
        var pia = await store.WithAsync("pia", null, Role.PrivacyOfficer);
        await ReadsAsync(store, ManyMembersInAnHour.Members - 1, n => $"a{n}", account: "busy");
        await ReadsAsync(store, RefusedInARow.Tries - 1, n => $"b{n}", allowed: false, account: "unlucky");
        Assert.Empty((await store.Get<UnusualAccess>().RunAsync(pia, SentenceLanguage.English, Stop))!);
        await ReadsAsync(store, 1, _ => "a-last", account: "busy");
        await ReadsAsync(store, 1, _ => "b-last", allowed: false, account: "unlucky");
        await ReadsAsync(store, 1, _ => "own", allowed: false, account: "curious", reason: Refusal.TooClose);
        for (var n = 0; n < GlassBrokenOften.Times; n++)
            await store.Get<IAuditLog>().AppendAsync(new AuditEntry(AuditAct.GlassBroken, Allowed: true) { Account = "breaker", Subject = $"g{n}", Roles = [Role.Provider] }, Stop);
        store.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));
        await ReadsAsync(store, 2, _ => "n1", account: "owl");
        var found = (await store.Get<UnusualAccess>().RunAsync(pia, SentenceLanguage.English, Stop))!;
        Assert.Equal(["breaker", "busy", "curious", "owl", "unlucky"], found.Select(one => one.Account).Order());
        Assert.Equal(5, found.Select(one => one.Rule).Distinct().Count());
        Assert.Equal(ManyMembersInAnHour.Members, found.Single(one => one.Account == "busy").Members);
        store.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Empty((await store.Get<UnusualAccess>().RunAsync(pia, SentenceLanguage.English, Stop))!);
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task An_emergency_waits_for_its_review_with_what_was_opened_under_it()
    {
        await using var store = await AccessStore.StartAsync();
        var (pia, doc) = (await store.WithAsync("pia", null, Role.PrivacyOfficer), await store.WithAsync("doc", "Practitioner/7", Role.Provider));
        var amy = PatientId.From("amy")!.Value;
        var broken = await store.Get<BreakGlass>().RunAsync(doc, amy, Categories.Medications | Categories.Clinical, default, EmergencyReason.Unconscious, Stop);
        await store.Get<IAuditLog>().AppendAsync(AuditEntry.For(store.Ask(doc, amy, Category.Medications, PurposeOfUse.EmergencyTreatment)), Stop);
        var waiting = Assert.Single((await store.Get<GlassToReview>().ListAsync(pia, Stop))!);
        Assert.Equal((broken.Id, "doc", EmergencyReason.Unconscious, AccessStore.Noon.AddHours(72)), (waiting.NeedId, waiting.UserName, waiting.Reason, waiting.ReviewBy));
        Assert.Equal([Category.Medications], waiting.Opened);
        await store.Get<ReviewBreakGlass>().RunAsync(pia, broken.Id!, EmergencyReview.Justified, Stop);
        Assert.Equal(EmergencyReview.Justified, Assert.Single((await store.Get<GlassToReview>().ListAsync(pia, Stop))!).Outcome);
    }

    private static async Task ReadsAsync(AccessStore store, int times, Func<int, string> subject, bool allowed = true, string account = "doc", Refusal reason = Refusal.NoLiveNeed)
    {
        for (var n = 0; n < times; n++)
        {
            await store.Get<IAuditLog>().AppendAsync(new AuditEntry(AuditAct.RecordRead, allowed)
            {
                Account = account,
                Subject = subject(n),
                Roles = [Role.Provider],
                Category = (Category)(n % 9),
                Purpose = PurposeOfUse.Treatment,
                Need = allowed ? NeedKind.TreatingPractitioner : null,
                Reason = allowed ? null : reason.ToString(),
            }, Stop);
        }
    }
}
