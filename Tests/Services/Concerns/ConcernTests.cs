using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Concerns;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.WhoLooked;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Concerns;

[Trait("clause", "C22")]
public sealed class ConcernTests
{
    private const string Words = "why did quetzal open this";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("clause", "C14")]
    public async Task The_words_go_to_the_record_system_and_nowhere_else()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, entries) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await LookAsync(store, "amy", "eve"));
        var raised = await store.Get<RaiseConcern>().RunAsync(amy, Words, entries, Stop);
        Assert.Equal(AccessStore.Noon + RaiseConcern.AnsweredWithin, raised.AnswerBy);
        var letter = Assert.Single(store.Letters.Written);
        // the entry about someone else's record is not attached
        Assert.Equal((Words, raised.Number, entries[0]), (letter.Words, letter.Number, Assert.Single(letter.Entries)));
        Assert.DoesNotContain("quetzal", await store.EverythingAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("quetzal", string.Join('\n', await store.AuditAsync()), StringComparison.Ordinal);
        Assert.Contains("ConcernRaised done", await store.AuditAsync());
    }

    [Fact]
    public async Task What_cannot_be_kept_is_no_concern()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, rex) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("rex", null, Role.Representative));
        var before = await store.EverythingAsync();
        Assert.Equal(ConcernRefusal.NotYourOffice, (await store.Get<RaiseConcern>().RunAsync(rex, Words, [], Stop)).Refusal);
        Assert.Equal(ConcernRefusal.Empty, (await store.Get<RaiseConcern>().RunAsync(amy, "  ", [], Stop)).Refusal);
        Assert.Equal(ConcernRefusal.TooLong, (await store.Get<RaiseConcern>().RunAsync(amy, new string('x', RaiseConcern.MostCharacters + 1), [], Stop)).Refusal);
        store.Letters.Broken = true;
        Assert.Equal(ConcernRefusal.NotNow, (await store.Get<RaiseConcern>().RunAsync(amy, Words, [], Stop)).Refusal);
        Assert.Equal(before, await store.EverythingAsync());
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task Only_the_officer_whose_review_it_is_reads_it_and_the_member_sees_that()
    {
        await using var store = await AccessStore.StartAsync();
        var amy = await store.WithAsync("amy", "Patient/amy", Role.Member);
        var (pia, pat) = (await store.WithAsync("pia", null, Role.PrivacyOfficer), await store.WithAsync("pat", null, Role.PrivacyOfficer));
        // what she closes of her record does not close her letter
        await store.Get<AskRestriction>().RunAsync(amy, new Closing(Categories.All), Stop);
        var number = (await store.Get<RaiseConcern>().RunAsync(amy, Words, [], Stop)).Number!;
        Assert.Equal(ConcernRefusal.NotThere, (await store.Get<ReadConcern>().RunAsync(pia, number, Stop)).Refusal);
        Assert.Null(await store.Get<WaitingConcerns>().ListAsync(amy, Stop));
        Assert.Equal(number, Assert.Single((await store.Get<WaitingConcerns>().ListAsync(pia, Stop))!).Number);
        Assert.Equal(ConcernRefusal.NotYourOffice, await store.Get<TakeConcern>().RunAsync(amy, number, Stop));
        Assert.Null(await store.Get<TakeConcern>().RunAsync(pia, number, Stop));
        Assert.Equal(ConcernRefusal.NotThere, await store.Get<TakeConcern>().RunAsync(pat, number, Stop));
        Assert.Equal(ConcernRefusal.NotThere, (await store.Get<ReadConcern>().RunAsync(pat, number, Stop)).Refusal);
        Assert.Equal(Words, (await store.Get<ReadConcern>().RunAsync(pia, number, Stop)).Words);
        var looks = (await store.Get<WhoLookedList>().ReadAsync(amy, new LooksAsked(10), Stop))!;
        Assert.Equal((AuditAct.ConcernRead, Role.PrivacyOfficer), (looks.Items.Single().Act, looks.Items.Single().Roles.Single()));
    }

    [Fact]
    public async Task An_answer_goes_to_the_record_system_ends_the_review_and_the_member_is_told()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, pia) = (await store.WithAsync("amy", "Patient/amy", Role.Member), await store.WithAsync("pia", null, Role.PrivacyOfficer));
        var number = (await store.Get<RaiseConcern>().RunAsync(amy, Words, [], Stop)).Number!;
        Assert.Equal(ConcernRefusal.NotThere, await store.Get<AnswerConcern>().RunAsync(pia, number, "Looked into.", Stop));
        await store.Get<TakeConcern>().RunAsync(pia, number, Stop);
        Assert.Null(await store.Get<AnswerConcern>().RunAsync(pia, number, "Looked into.", Stop));
        Assert.Equal(("Looked into.", "Communication/0"), (store.Letters.Written[1].Words, store.Letters.Written[1].Answers));
        Assert.Equal([("amy", NoticeKind.ConcernAnswered)], store.Told);
        Assert.Equal(ConcernState.Answered, Assert.Single((await store.Get<WaitingConcerns>().ListAsync(pia, Stop))!).State);
        Assert.Equal(ConcernRefusal.NotThere, (await store.Get<ReadConcern>().RunAsync(pia, number, Stop)).Refusal);
        Assert.Equal(ConcernRefusal.NotThere, await store.Get<AnswerConcern>().RunAsync(pia, number, "Again.", Stop));
    }

    private static async Task<List<long>> LookAsync(AccessStore store, params string[] subjects)
    {
        var places = new List<long>();
        foreach (var subject in subjects)
            places.Add(await store.Get<IAuditLog>().AppendAsync(new AuditEntry(AuditAct.RecordRead, Allowed: true) { Account = "doc", Subject = subject, Category = Category.Claims }, Stop));
        return places;
    }
}
