using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Messages;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.WhoLooked;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Messages;

public sealed class RequestTests
{
    private const string Words = "my quetzal record is wrong";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("clause", "C11")]
    [Trait("clause", "C14")]
    public async Task The_words_go_to_the_record_system_and_are_in_no_table_and_no_file_of_the_portal()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, pia) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("pia", null, Role.PrivacyOfficer));
        var number = await AskAsync(store, amy, RequestKind.Amendment);
        await store.Get<TakeRequest>().RunAsync(pia, number, Stop);
        Assert.Null(await store.Get<AnswerRequest>().RunAsync(pia, number, RequestState.Denied, "quetzal answer", Stop));
        Assert.Equal([(Words, true), ("quetzal answer", false)], store.Mail.Written.Select(one => (one.Words, one.FromMember)));
        Assert.DoesNotContain("quetzal", await store.EverythingAsync(), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(store.Folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Stop);
            Assert.Equal(-1, bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf("quetzal"u8));
        }
    }

    [Fact]
    public async Task What_cannot_be_kept_or_may_not_be_asked_is_no_request()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        var before = await store.EverythingAsync();
        Assert.Equal(RequestRefusal.NotYours, (await TryAsync(store, rex, new NewRequest(RequestKind.Message, Words))).Refusal);
        Assert.Equal(RequestRefusal.Empty, (await TryAsync(store, amy, new NewRequest(RequestKind.Message, " "))).Refusal);
        Assert.Equal(RequestRefusal.TooLong, (await TryAsync(store, amy, new NewRequest(RequestKind.Message, new string('x', RequestTerms.MostCharacters + 1)))).Refusal);
        Assert.Equal(RequestRefusal.NoClaim, (await TryAsync(store, amy, new NewRequest(RequestKind.AppealUrgent, Words))).Refusal);
        store.Mail.Broken = true;
        Assert.Equal(RequestRefusal.NotNow, (await TryAsync(store, amy, new NewRequest(RequestKind.Message, Words))).Refusal);
        Assert.Equal(before, await store.EverythingAsync());
    }

    [Fact]
    public async Task Who_writes_more_than_a_person_does_has_to_wait()
    {
        await using var store = await AccessStore.StartAsync();
        var amy = await store.WithAsync("amy", "Patient/amy", Role.Member);
        for (var count = 0; count < WriteAllowance.Writings; count++)
            await AskAsync(store, amy, RequestKind.Message);
        Assert.Equal(RequestRefusal.TooMany, (await TryAsync(store, amy, new NewRequest(RequestKind.Message, Words))).Refusal);
        store.Clock.Advance(WriteAllowance.In);
        await AskAsync(store, amy, RequestKind.Message);
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task Only_whose_case_it_is_reads_and_answers_while_it_is_live_and_the_member_sees_that()
    {
        await using var store = await AccessStore.StartAsync();
        var amy = await store.WithAsync("amy", "Patient/amy", Role.Member);
        var (eva, ed) = (await store.WithAsync("eva", null, Role.ClaimsExaminer), await store.WithAsync("ed", null, Role.ClaimsExaminer));
        var pia = await store.WithAsync("pia", null, Role.PrivacyOfficer);
        var number = await AskAsync(store, amy, RequestKind.AppealAfterCare, "claim1");
        Assert.Equal("ExplanationOfBenefit/claim1", store.Mail.Tasks[0].Claim);
        Assert.Empty(await store.Get<WaitingRequests>().ListAsync(pia, Stop));
        Assert.Empty(await store.Get<WaitingRequests>().ListAsync(amy, Stop));
        Assert.Equal(number, Assert.Single(await store.Get<WaitingRequests>().ListAsync(eva, Stop)).Number);
        Assert.Equal(RequestRefusal.NotThere, (await store.Get<ReadRequest>().RunAsync(eva, number, Stop)).Refusal);
        Assert.Equal(RequestRefusal.NotYours, await store.Get<TakeRequest>().RunAsync(pia, number, Stop));
        Assert.Null(await store.Get<TakeRequest>().RunAsync(eva, number, Stop));
        Assert.Equal(RequestRefusal.NotThere, await store.Get<TakeRequest>().RunAsync(ed, number, Stop));
        Assert.Equal(RequestRefusal.NotThere, (await store.Get<ReadRequest>().RunAsync(ed, number, Stop)).Refusal);
        Assert.Equal(RequestRefusal.NotThere, await store.Get<AnswerRequest>().RunAsync(ed, number, RequestState.Granted, "no", Stop));
        Assert.Equal(Words, Assert.Single((await store.Get<ReadRequest>().RunAsync(eva, number, Stop)).Messages!).Words);
        var looks = (await store.Get<WhoLookedList>().ReadAsync(amy, new LooksAsked(10), Stop))!;
        Assert.Equal((AuditAct.RequestRead, Role.ClaimsExaminer), (looks.Items.Single().Act, looks.Items.Single().Roles.Single()));
        // the case ran out: nobody's work any more, and someone else may take it
        store.Clock.Advance(CaseTerms.Of(CaseKind.Claims).Longest);
        Assert.Equal(RequestRefusal.NotThere, (await store.Get<ReadRequest>().RunAsync(eva, number, Stop)).Refusal);
        Assert.Null(await store.Get<TakeRequest>().RunAsync(ed, number, Stop));
        Assert.Null(await store.Get<AnswerRequest>().RunAsync(ed, number, RequestState.Granted, "You were right.", Stop));
        Assert.Equal(RequestRefusal.NotThere, (await store.Get<ReadRequest>().RunAsync(ed, number, Stop)).Refusal);
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task A_message_is_answered_by_support_under_the_rules_and_the_conversation_goes_on()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, sue) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("sue", null, Role.Support));
        var number = await AskAsync(store, amy, RequestKind.Message);
        Assert.Null(await store.Get<TakeRequest>().RunAsync(sue, number, Stop));
        // the record system knows the case: the rule for "those of the case only" finds its entries by it
        var decision = store.Ask(sue, PatientId.From("amy")!.Value, Category.Messages, PurposeOfUse.Operations);
        Assert.Equal((true, store.Mail.Tasks[0].CaseId), (decision.Allowed, decision.Items));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await store.Get<AnswerRequest>().RunAsync(sue, number, RequestState.Answered, "Hello.", Stop));
        Assert.Equal(1, await store.Get<OwnRequests>().NewAsync(amy, Stop));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.Get<OwnRequests>().SawAsync(amy, number, Stop);
        Assert.Equal(0, await store.Get<OwnRequests>().NewAsync(amy, Stop));
        Assert.Null(await store.Get<ReplyToPlan>().RunAsync(amy, number, "And one more thing.", Stop));
        Assert.False(Assert.Single(await store.Get<WaitingRequests>().ListAsync(sue, Stop)).Taken);
        Assert.Null(await store.Get<TakeRequest>().RunAsync(sue, number, Stop));
        // what she closes of her messages is closed to support at once
        await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.Messages), Stop);
        Assert.Null(await store.Get<ReadRequest>().WhoseAsync(sue, number, Stop));
        Assert.Equal(RequestRefusal.NotThere, await store.Get<AnswerRequest>().RunAsync(sue, number, RequestState.Answered, "Hello.", Stop));
    }

    [Fact]
    public async Task Withdrawing_ends_the_work_and_the_access_with_it()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, bob) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("bob", "Patient/bob", Role.Member));
        var pia = await store.WithAsync("pia", null, Role.PrivacyOfficer);
        var number = await AskAsync(store, amy, RequestKind.Copy);
        await store.Get<TakeRequest>().RunAsync(pia, number, Stop);
        Assert.Equal(RequestRefusal.NotThere, await store.Get<WithdrawRequest>().RunAsync(bob, number, Stop));
        Assert.Equal(RequestRefusal.NotThere, await store.Get<ReplyToPlan>().RunAsync(bob, number, Words, Stop));
        Assert.Null(await store.Get<WithdrawRequest>().RunAsync(amy, number, Stop));
        Assert.Equal(RequestRefusal.NotThere, (await store.Get<ReadRequest>().RunAsync(pia, number, Stop)).Refusal);
        Assert.Equal(RequestState.Withdrawn, store.Mail.Tasks[0].State);
        Assert.Contains("CaseClosed done", await store.AuditAsync());
    }

    internal static async Task<string> AskAsync(AccessStore store, Actor by, RequestKind kind, string? claim = null) =>
        (await TryAsync(store, by, new NewRequest(kind, Words) { ClaimId = claim })).Number ?? throw new InvalidOperationException("It was not taken.");

    private static Task<RequestMade> TryAsync(AccessStore store, Actor by, NewRequest asked) => store.Get<MakeRequest>().RunAsync(by, asked, Stop);
}
