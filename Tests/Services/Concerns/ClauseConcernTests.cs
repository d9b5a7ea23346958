using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Concerns;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Concerns;

/// <summary>Anyone writes about a clause; the words are in the record system alone, and only who wrote them finds the answer.</summary>
[Trait("clause", "C21")]
[Trait("clause", "C22")]
public sealed class ClauseConcernTests
{
    private const string Text = "why is quetzal in it";

    private static readonly ClauseWords Said = new(ConcernKind.Concern, 12, Text) { Reach = "9 Ocelot Lane" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("clause", "C14")]
    public async Task A_visitors_words_and_address_go_to_the_record_system_and_nowhere_else()
    {
        await using var store = await AccessStore.StartAsync();
        var taken = await store.Get<WriteAboutClause>().RunAsync(null, Said, Stop);
        Assert.Equal(AccessStore.Noon + RaiseConcern.AnsweredWithin, taken.AnswerBy);
        await using (var db = await store.Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync(Stop))
            Assert.Equal(taken.AnswerBy, (await db.Concerns.SingleAsync(Stop)).AnswerBy);
        var letter = Assert.Single(store.Letters.Written);
        Assert.Null(letter.Subject);
        Assert.Equal($"Concern about clause C12 of the statement.\n\n{Text}\n\nAnswer me at: 9 Ocelot Lane", letter.Words);
        var kept = await store.EverythingAsync() + string.Join('\n', await store.AuditAsync());
        Assert.Contains(taken.Number!, kept, StringComparison.Ordinal);
        Assert.All((string[])["quetzal", "Ocelot", taken.Word!, taken.Word!.Replace("-", "", StringComparison.Ordinal)], secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
        Assert.DoesNotContain(taken.Word!, taken.ToString() + Said, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("clause", "C14")]
    public async Task What_cannot_be_kept_is_not_taken()
    {
        await using var store = await AccessStore.StartAsync();
        var (before, write) = (await store.EverythingAsync(), store.Get<WriteAboutClause>());
        async Task Refused(ConcernRefusal why, ClauseWords said) => Assert.Equal((why, null, null), ((await write.RunAsync(null, said, Stop)) is var answer ? (answer.Refusal!.Value, answer.Number, answer.Word) : default));
        await Refused(ConcernRefusal.Empty, Said with { Text = " " });
        await Refused(ConcernRefusal.TooLong, Said with { Text = new string('x', RaiseConcern.MostCharacters + 1) });
        await Refused(ConcernRefusal.ReachTooLong, Said with { Reach = new string('x', ClauseWords.MostReachCharacters + 1) });
        await Refused(ConcernRefusal.NoSuchClause, Said with { Clause = 25 });
        await Refused(ConcernRefusal.NoSuchClause, Said with { Clause = 0 });
        await Refused(ConcernRefusal.NoSuchClause, Said with { Kind = (ConcernKind)7 });
        store.Letters.Broken = true;
        await Refused(ConcernRefusal.NotNow, Said);
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Empty(store.Letters.Written);
    }

    [Fact]
    public async Task The_officer_takes_and_answers_a_visitors_and_number_and_word_together_show_it()
    {
        await using var store = await AccessStore.StartAsync();
        var (pia, pat, amy) = (await store.WithAsync("pia", null, Role.PrivacyOfficer), await store.WithAsync("pat", null, Role.PrivacyOfficer), await store.WithAsync("amy", "Patient/amy", Role.Member));
        var taken = await store.Get<WriteAboutClause>().RunAsync(null, Said, Stop);
        var (number, word, follow) = (taken.Number!, taken.Word!, store.Get<FollowConcern>());
        Assert.Equal(ConcernState.Raised, (await follow.LookUpAsync(number, word, Stop))!.State);
        var queued = Assert.Single((await store.Get<WaitingConcerns>().ListAsync(pia, Stop))!);
        Assert.Equal((number, 12, true, false), (queued.Number, queued.Clause, queued.FromVisitor, queued.Mine));
        Assert.Equal(ConcernRefusal.NotYourOffice, await store.Get<TakeConcern>().RunAsync(amy, number, Stop));
        Assert.Equal(ConcernRefusal.NotThere, (await store.Get<ReadConcern>().RunAsync(pia, number, Stop)).Refusal);
        Assert.Null(await store.Get<TakeConcern>().RunAsync(pia, number, Stop));
        Assert.Equal(ConcernRefusal.NotThere, await store.Get<TakeConcern>().RunAsync(pat, number, Stop));
        Assert.Equal(ConcernRefusal.NotThere, (await store.Get<ReadConcern>().RunAsync(pat, number, Stop)).Refusal);
        Assert.Equal(ConcernRefusal.NotThere, await store.Get<AnswerConcern>().RunAsync(pat, number, "No.", Stop));
        Assert.Contains(Text, (await store.Get<ReadConcern>().RunAsync(pia, number, Stop)).Words, StringComparison.Ordinal);
        Assert.Null(await store.Get<AnswerConcern>().RunAsync(pia, number, "It is the ocelot.", Stop));
        // as people type it: small letters, no dashes, an O for a zero
        var typed = word.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o');
        Assert.Equal((ConcernState.Answered, "It is the ocelot."), await follow.LookUpAsync(number.ToLowerInvariant(), typed, Stop) is { } found ? (found.State, found.Answer) : default);
        Assert.Empty(store.Told);
        Assert.DoesNotContain("ocelot", await store.EverythingAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("AnswerRead done", await store.AuditAsync());
        Assert.Equal(ConcernRefusal.NotThere, (await store.Get<ReadConcern>().RunAsync(pia, number, Stop)).Refusal);
    }

    [Fact]
    public async Task A_wrong_number_and_a_wrong_word_answer_alike_and_change_nothing()
    {
        await using var store = await AccessStore.StartAsync();
        var taken = await store.Get<WriteAboutClause>().RunAsync(null, Said, Stop);
        var (before, follow) = (await store.EverythingAsync(), store.Get<FollowConcern>());
        foreach (var (number, word) in (IEnumerable<(string, string)>)[(taken.Number!, "0000-0000-0000-0000"), ("C-0000-0000", taken.Word!), (taken.Number!, ""), ("", taken.Word!), (taken.Number!, taken.Number!), (new string('C', 5000), new string('x', 5000))])
            Assert.Null(await follow.LookUpAsync(number, word, Stop));
        Assert.Equal(before, await store.EverythingAsync());
        Assert.Equal(1, (await store.AuditAsync()).Count(line => line == "AnswerRead NotThere"));
    }

    [Fact]
    public async Task A_members_own_list_holds_their_own_alone_and_no_number_of_another()
    {
        await using var store = await AccessStore.StartAsync();
        var (amy, bob) = (await SessionAsync(store, "amy"), await SessionAsync(store, "bob"));
        var pia = await store.WithAsync("pia", null, Role.PrivacyOfficer);
        var taken = await store.Get<WriteAboutClause>().RunAsync(amy, Said, Stop);
        Assert.Null(taken.Word);
        Assert.Equal(PatientId.From("amy"), Assert.Single(store.Letters.Written).Subject);
        await store.Get<TakeConcern>().RunAsync(pia, taken.Number!, Stop);
        await store.Get<AnswerConcern>().RunAsync(pia, taken.Number!, "Done.", Stop);
        var follow = store.Get<FollowConcern>();
        Assert.Equal((taken.Number, (string?)null), Assert.Single((await follow.OwnAsync(amy, Stop))!) is var own ? (own.Number, own.Answer) : default);
        Assert.Equal("Done.", (await follow.OwnAsync(amy, taken.Number!, Stop))!.Answer);
        Assert.Empty((await follow.OwnAsync(bob, Stop))!);
        Assert.Null(await follow.OwnAsync(bob, taken.Number!, Stop));
        Assert.Null(await follow.OwnAsync(null, Stop));
        Assert.Null(await follow.OwnAsync(null, taken.Number!, Stop));
        Assert.Equal([("amy", NoticeKind.ConcernAnswered)], store.Told);
    }

    [Fact]
    public async Task An_officer_does_not_take_what_they_wrote_themselves()
    {
        await using var store = await AccessStore.StartAsync();
        var pia = await store.WithAsync("pia", null, Role.PrivacyOfficer);
        await using (var db = await store.OpenAsync())
        {
            db.Concerns.Add(new ConcernRow { Number = "C-1111-1111", AccountId = "pia", Reference = "Communication/0", RaisedAt = AccessStore.Noon, AnswerBy = AccessStore.Noon });
            await db.SaveChangesAsync(Stop);
        }
        var before = await store.EverythingAsync();
        Assert.Equal(ConcernRefusal.TooClose, await store.Get<TakeConcern>().RunAsync(pia, "C-1111-1111", Stop));
        Assert.Equal(before, await store.EverythingAsync());
    }

    private static async Task<string> SessionAsync(AccessStore store, string name)
    {
        await store.WithAsync(name, $"Patient/{name}", Role.Member);
        await using (var db = await store.OpenAsync())
        {
            (await db.Users.SingleAsync(user => user.Id == name, Stop)).PasswordState = PasswordState.Personal;
            await db.SaveChangesAsync(Stop);
        }
        return SessionRegistry.IdOf(await store.Get<SessionRegistry>().BeginAsync(name, default, Stop));
    }
}
