using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.WhoLooked;
using PrivacyPortal.Tests.Services.Audit;

namespace PrivacyPortal.Tests.Services.WhoLooked;

[Trait("clause", "C13")]
public sealed class WhoLookedTests
{
    private static readonly Actor Maria = new("maria", "s-maria", new HashSet<Role> { Role.Member }, PatientId.From("p1"), HasPersonalPassword: true);

    [Fact]
    public async Task One_visit_of_a_page_is_one_line_and_the_newest_is_first()
    {
        await using var store = await AuditStore.MakeAsync();
        await LookAsync(store, Own(Category.Coverage), Own(Category.Claims), Own(Category.Claims));
        store.Clock.Advance(TimeSpan.FromMinutes(5));
        await LookAsync(store, Doctor(Category.Medications), Own(Category.Results), Doctor(Category.Clinical));
        var looks = (await List(store).ReadAsync(Maria, new(10), TestContext.Current.CancellationToken))!;
        Assert.Equal([(false, "Medications Clinical"), (true, "Results"), (true, "Coverage Claims")], looks.Items.OrderBy(look => look.At < store.Clock.GetUtcNow()).ThenBy(look => look.Own).Select(look => (look.Own, string.Join(' ', look.Categories))));
        Assert.True(looks.Items[0].At >= looks.Items[^1].At);
        Assert.Equal((false, true), (looks.More, looks.AnyoneElse));
        var doctor = looks.Items.Single(look => !look.Own);
        Assert.Equal((PurposeOfUse.Treatment, NeedKind.TreatingPractitioner, "TheyTreatTheMember", Role.Provider), (doctor.Purpose, doctor.Need, doctor.Rule, doctor.Roles.Single()));
    }

    [Fact]
    public async Task A_line_says_the_version_of_the_rules_and_what_was_opened_in_a_few_fields_only()
    {
        await using var store = await AuditStore.MakeAsync();
        await LookAsync(store, Doctor(Category.Claims) with { Version = 3, Scope = Scope.Full }, Doctor(Category.Claims) with { Version = 3, Scope = Scope.Limited },
            Doctor(Category.Identity) with { Version = 3, Scope = Scope.Limited }, Doctor(Category.Identity) with { Version = 4, Scope = Scope.Full });
        var looks = (await List(store).ReadAsync(Maria, new(10), TestContext.Current.CancellationToken))!.Items.OrderBy(look => look.Version).ToList();
        Assert.Equal([(3, "Identity"), (4, "")], looks.Select(look => (look.Version!.Value, string.Join(' ', look.Limited))));
        Assert.Equal([Category.Identity, Category.Claims], looks[0].Categories);
    }

    [Fact]
    public async Task Refusals_only_when_asked_for_and_nobody_but_oneself_is_said_of_granted_looks()
    {
        await using var store = await AuditStore.MakeAsync();
        await LookAsync(store, Own(Category.Claims), Doctor(Category.Claims) with { Allowed = false, Need = null, Reason = nameof(Refusal.NoLiveNeed) });
        var without = (await List(store).ReadAsync(Maria, new(10), TestContext.Current.CancellationToken))!;
        var with = (await List(store).ReadAsync(Maria, new(10, Refused: true), TestContext.Current.CancellationToken))!;
        Assert.Equal((1, 2, false), (without.Items.Count, with.Items.Count, with.AnyoneElse));
        Assert.Contains(with.Items, look => !look.Allowed);
    }

    [Fact]
    public async Task The_list_comes_in_pages_of_whole_visits_and_for_six_years()
    {
        await using var store = await AuditStore.MakeAsync();
        await LookAsync(store, Doctor(Category.Claims));
        store.Clock.Advance(TimeSpan.FromDays(6 * 366));
        for (var visit = 0; visit < 5; visit++)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(10));
            await LookAsync(store, Own(Category.Claims), Own(Category.Coverage));
        }
        var two = (await List(store).ReadAsync(Maria, new(2), TestContext.Current.CancellationToken))!;
        Assert.Equal((2, true), (two.Items.Count, two.More));
        Assert.All(two.Items, look => Assert.Equal(2, look.Categories.Count));
        var all = (await List(store).ReadAsync(Maria, new(100), TestContext.Current.CancellationToken))!;
        Assert.Equal((5, false, false), (all.Items.Count, all.More, all.AnyoneElse));
    }

    [Fact]
    public async Task Nobody_can_ask_about_another_member_or_without_a_record_and_password_of_their_own()
    {
        await using var store = await AuditStore.MakeAsync();
        await LookAsync(store, Doctor(Category.Claims));
        Actor[] others = [Maria with { OwnRecord = null }, Maria with { HasPersonalPassword = false }, Maria with { Roles = new HashSet<Role> { Role.Provider } }];
        foreach (var other in others)
        {
            Assert.Null(await List(store).ReadAsync(other, new(10), TestContext.Current.CancellationToken));
            Assert.Null(await Downloads(store).MakeAsync(other, TestContext.Current.CancellationToken));
            Assert.Null(List(store).Watch(other, () => { }));
        }
        Assert.Empty((await List(store).ReadAsync(Maria with { OwnRecord = PatientId.From("p2") }, new(10), TestContext.Current.CancellationToken))!.Items);
    }

    [Fact]
    public async Task Reading_the_list_writes_nothing_and_news_comes_for_the_own_record_only()
    {
        await using var store = await AuditStore.MakeAsync();
        var news = 0;
        using (List(store).Watch(Maria, () => Interlocked.Increment(ref news)))
        {
            await LookAsync(store, Doctor(Category.Claims));
            await LookAsync(store, Doctor(Category.Claims) with { Subject = "p2" });
            await List(store).ReadAsync(Maria, new(10), TestContext.Current.CancellationToken);
            await List(store).ReadAsync(Maria, new(10), TestContext.Current.CancellationToken);
        }
        await LookAsync(store, Doctor(Category.Claims));
        Assert.Equal(1, news);
        using var connection = store.Open();
        Assert.Equal(3, StoredAudit.Size(connection));
    }

    [Fact]
    [Trait("clause", "C23")]
    public async Task The_download_proves_each_entry_with_the_public_key_alone_and_holds_nobody_elses()
    {
        await using var store = await AuditStore.MakeAsync();
        await store.AppendAsync(50);
        await LookAsync(store, Doctor(Category.Claims) with { Subject = "p2" }, Doctor(Category.Claims));
        var file = (await Downloads(store).MakeAsync(Maria, TestContext.Current.CancellationToken))!;
        var key = store.Verify.PublicKey();
        Assert.Equal((51, null), CheckLooks.Check(file, key));
        var text = Encoding.UTF8.GetString(file);
        Assert.DoesNotContain("p2", text, StringComparison.Ordinal);
        var forged = text.Replace("TheyTreatTheMember", "OneselfMayReadTheOwnRecord", StringComparison.Ordinal);
        Assert.Equal((0, 51L), CheckLooks.Check(Encoding.UTF8.GetBytes(forged), key));
        await using var other = await AuditStore.MakeAsync();
        Assert.Null(CheckLooks.Check(file, other.Verify.PublicKey()).Proved);
    }

    [Fact]
    public async Task Entries_are_found_before_and_after_they_are_indexed_and_one_kept_from_its_member_is_found_out()
    {
        await using var store = await AuditStore.MakeAsync();
        for (var round = 0; round < 3; round++)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(5));
            await LookAsync(store, Doctor(Category.Claims), Doctor(Category.Claims) with { Subject = "p2" });
            Assert.Equal(round + 1, (await List(store).ReadAsync(Maria, new(10), TestContext.Current.CancellationToken))!.Items.Count);
            Assert.True(await store.Signer.SignAsync(TestContext.Current.CancellationToken));
            Assert.Equal(round + 1, (await List(store).ReadAsync(Maria, new(10), TestContext.Current.CancellationToken))!.Items.Count);
        }
        Assert.True(store.Verify.Store().Passed);
        using var connection = store.Open();
        using var delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM AuditMentions WHERE Reference = 'p1' AND Sequence = 2";
        Assert.Throws<SqliteException>(() => delete.ExecuteNonQuery());
        store.Tamper("DROP TRIGGER AuditMentionsAreNeverDeleted; " + delete.CommandText);
        Assert.Equal(AuditFinding.At(AuditFault.NotIndexed, 2), Assert.Single(store.Verify.Store().Findings));
        store.Tamper("INSERT INTO AuditMentions VALUES ('', 1000)");
        Assert.False(await store.Signer.SignAsync(TestContext.Current.CancellationToken));
        Assert.False(store.Health.Green);
    }

    [Fact]
    public async Task A_log_that_was_changed_gives_no_proofs()
    {
        await using var store = await AuditStore.MakeAsync();
        await store.AppendAsync(5);
        await store.Signer.SignAsync(TestContext.Current.CancellationToken);
        store.Tamper("DELETE FROM Audit WHERE Sequence = 2");
        Assert.Null(await Downloads(store).MakeAsync(Maria, TestContext.Current.CancellationToken));
    }

    private static WhoLookedList List(AuditStore store) => store.Services.GetRequiredService<WhoLookedList>();

    private static DownloadLooks Downloads(AuditStore store) => store.Services.GetRequiredService<DownloadLooks>();

    private static AuditEntry Own(Category category) => AuditStore.Read(1) with { Account = "maria", Session = "s-maria", Category = category };

    private static AuditEntry Doctor(Category category) => AuditStore.Read(1) with
    {
        Account = "doctor",
        Session = "s-doctor",
        Category = category,
        Roles = [Role.Provider],
        Purpose = PurposeOfUse.Treatment,
        Need = NeedKind.TreatingPractitioner,
        Rule = "TheyTreatTheMember",
    };

    private static async Task LookAsync(AuditStore store, params AuditEntry[] entries)
    {
        foreach (var entry in entries)
            await store.Log.AppendAsync(entry, TestContext.Current.CancellationToken);
    }
}
