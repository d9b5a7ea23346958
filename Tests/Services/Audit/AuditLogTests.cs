using Microsoft.Data.Sqlite;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Audit;

[Trait("clause", "C13")]
public sealed class AuditLogTests
{
    [Fact]
    public async Task Appends_of_many_callers_and_changes_with_their_entry_make_one_chain()
    {
        await using var store = await AuditStore.MakeAsync();
        var appends = Enumerable.Range(0, 300).Select(n => store.Log.AppendAsync(AuditStore.Read(n), TestContext.Current.CancellationToken).AsTask());
        var changes = Enumerable.Range(0, 20).Select(n => SaveAsync(store, $"n{n}"));
        var places = await Task.WhenAll(appends);
        await Task.WhenAll(changes);
        Assert.Equal(300, places.Distinct().Count());
        await store.Signer.SignAsync(TestContext.Current.CancellationToken);
        var report = store.Verify.Store();
        Assert.Equal((true, 320), (report.Passed, report.Entries));
    }

    [Theory]
    [InlineData("Maria Gomez")]
    [InlineData("m@x.example")]
    [InlineData("Núñez")]
    [InlineData("a\"b")]
    [Trait("clause", "C11")]
    public async Task Text_of_a_person_is_not_taken_and_stops_nobody_elses_entry(string text)
    {
        await using var store = await AuditStore.MakeAsync();
        var good = store.Log.AppendAsync(AuditStore.Read(1), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.Log.AppendAsync(AuditStore.Read(1) with { Account = text }, TestContext.Current.CancellationToken));
        Assert.Equal(0, await good);
    }

    [Fact]
    public async Task When_the_clock_goes_back_the_log_does_not()
    {
        await using var store = await AuditStore.MakeAsync();
        await store.AppendAsync(1);
        store.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        var ahead = store.Clock.GetUtcNow();
        store.Clock.AdjustTime(ahead - TimeSpan.FromHours(2));
        await store.Log.AppendAsync(AuditStore.Read(2), TestContext.Current.CancellationToken);
        using var connection = store.Open();
        Assert.Equal(ahead, AuditJson.TimeOf(StoredAudit.Rows(connection, 1).Single().Entry));
    }

    [Theory]
    [InlineData("UPDATE Audit SET LeafHash = Entry")]
    [InlineData("UPDATE Audit SET Sequence = 7")]
    [InlineData("DELETE FROM Audit")]
    public async Task The_database_refuses_to_change_or_delete_a_row(string sql)
    {
        await using var store = await AuditStore.MakeAsync();
        await store.AppendAsync(1);
        using var connection = store.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Contains("audit rows are never", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_store_lets_nothing_be_shown_and_the_next_read_after_it_is_free_is()
    {
        await using var store = await AuditStore.MakeAsync();
        using (var other = store.Open())
        {
            using var held = other.BeginTransaction(deferred: false);
            Assert.Equal((HeldState.Refused, Refusal.NotAudited, 0), await OpenAsync(store));
        }
        Assert.Equal((HeldState.Failed, (Refusal?)null, 1), await OpenAsync(store));
    }

    [Fact]
    public async Task A_full_disk_lets_nothing_be_shown()
    {
        await using var store = await AuditStore.MakeAsync();
        // a database that may not grow says what a full disk says
        store.Tamper("CREATE TRIGGER Full BEFORE INSERT ON Audit BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;");
        await Assert.ThrowsAsync<AuditUnavailableException>(async () => await store.Log.AppendAsync(AuditStore.Read(1), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => SaveAsync(store, "n1"));
        await using var db = await store.DbAsync();
        Assert.Empty(db.SignInTries);
        Assert.Equal((HeldState.Refused, Refusal.NotAudited, 0), await OpenAsync(store));
    }

    // One section opened as a page would; how it ended, and how often the record system was asked.
    private static async Task<(HeldState State, Refusal? Refusal, int Asked)> OpenAsync(AuditStore store)
    {
        var records = new ArrangedRecords();
        records.Fails<PrivacyPortal.Services.Person.MemberIdentity>(PrivacyPortal.Services.Records.RecordProblem.Busy);
        using var visit = new MemberVisit(new AccessPolicy(store.Clock), store.Log, records, new HeldNow(), store.Clock);
        visit.Begin(new Actor("a1", "s1", new HashSet<Role> { Role.Member }, PatientId.From("p1"), HasPersonalPassword: true));
        var held = visit.Open(Sections.Identity);
        for (var tries = 0; held.State == HeldState.Loading; tries++)
        {
            Assert.True(tries < 1500, "the section stays loading");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        return (held.State, held.Refusal, records.Asked.Count);
    }

    private static async Task SaveAsync(AuditStore store, string name)
    {
        await using var db = await store.DbAsync();
        db.SignInTries.Add(new SignInTry { NameDigest = name });
        await store.Log.SaveAsync(db, new AuditEntry(AuditAct.SignIn, Allowed: false), TestContext.Current.CancellationToken);
    }
}
