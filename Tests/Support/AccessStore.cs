using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Administration;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Concerns;
using PrivacyPortal.Services.Messages;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.PrivacyOffice;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Rules;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Services.WhoLooked;

namespace PrivacyPortal.Tests.Support;

/// <summary>A portal store on disk with the starter rules in it, the real acts and the real audit over it, and a clock that the test holds.</summary>
internal sealed class AccessStore : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("access").FullName;
    private readonly ServiceProvider services;

    private AccessStore() => services = Node();

    public string Folder => folder;

    public FakeTimeProvider Clock { get; } = new(Noon);

    public IPractitionerPanel? Panel { get; set; }

    /// <summary>Whom was told what, by the acts that were saved or tried.</summary>
    public List<(string Subject, NoticeKind Kind)> Told { get; } = [];

    public ConcernLetters Letters => field ??= new(Clock);

    public RequestLetters Mail => field ??= new(Clock);

    public AccessPolicy Policy => Get<AccessPolicy>();

    public static async Task<AccessStore> StartAsync()
    {
        var store = new AccessStore();
        await store.services.MigrateStoreAsync(default);
        await store.Get<SeedStarterRules>().RunAsync(default);
        await store.Get<LivePolicy>().RefreshAsync(default);
        return store;
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Another node over the same store.</summary>
    public ServiceProvider Node()
    {
        var node = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddLogging()
            .AddStatement().AddStorageOfTests(folder).AddAccess().AddAudit(new AuditPlaces(Path.Combine(folder, "audit.key"), Path.Combine(folder, "checkpoints"), "portal.test/audit")).AddRules().AddNeeds()
            .AddSessions().AddAdministration();
        return node.AddSingleton<IPractitionerPanel>(_ => Panel ?? throw new InvalidOperationException("No panel was arranged."))
            .AddSingleton<ITellMember>(new Listening(Told))
            .AddWhoLooked().AddConcerns().AddMessages().AddPrivacyOffice().AddSingleton<IConcernWords>(Letters).AddSingleton<IRequestMail>(Mail).BuildServiceProvider();
    }

    /// <summary>An account that holds these roles, as the actor of a session of its own.</summary>
    /// <summary>Proposes a change of the rules as the page does: rehearsed first.</summary>
    public async Task<RuleAnswer> ProposeAsync(Actor by, int basedOn, IReadOnlyList<AccessRule> rules, RuleChangeReason reason)
    {
        var cancel = Xunit.TestContext.Current.CancellationToken;
        var rehearsed = await Get<RehearseRules>().RunAsync(by, rules, cancel);
        return await Get<ProposeRuleChange>().RunAsync(by, basedOn, rules, rehearsed?.Mark, reason, cancel);
    }

    public async Task<Actor> WithAsync(string name, string? reference, params Role[] roles)
    {
        await using var db = await OpenAsync();
        db.Users.Add(new PortalUser { Id = name, UserName = name, NormalizedUserName = name.ToUpperInvariant(), RecordReference = reference, SecurityStamp = "s", CreatedAt = Noon });
        db.RoleGrants.AddRange(roles.Select(role => new RoleGrant { AccountId = name, Role = role, GrantedBy = "setup", GrantedAt = Noon }));
        await db.SaveChangesAsync();
        await Get<LivePolicy>().RefreshAsync(default);
        return new Actor(name, $"session-{name}", roles.ToHashSet(), roles.Contains(Role.Member) ? PatientId.From(reference) : null, HasPersonalPassword: true);
    }

    public Task<PortalDb> OpenAsync() => Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();

    public AccessDecision Ask(Actor actor, PatientId subject, Category category, PurposeOfUse purpose) =>
        Policy.Decide(new AccessRequest(actor, subject, category, purpose));

    /// <summary>The audit's lines, without what differs from run to run.</summary>
    public async Task<string[]> AuditAsync()
    {
        await using var db = await OpenAsync();
        var rows = await db.Audit.OrderBy(row => row.Sequence).Select(row => row.Entry).ToListAsync();
        return [.. rows.Select(row => System.Text.Json.JsonDocument.Parse(row).RootElement).Select(line =>
            $"{line.GetProperty("act")} {(line.GetProperty("ok").GetBoolean() ? "done" : line.GetProperty("reason"))}")];
    }

    /// <summary>Every row of every table but the audit: what a refused act must leave as it was.</summary>
    public async Task<string> EverythingAsync()
    {
        await using var db = await OpenAsync();
        var tables = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Where(table => table != "Audit").Order().ToList();
        var all = new System.Text.StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in tables)
        {
            await using var select = db.Database.GetDbConnection().CreateCommand();
            select.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
            await using var rows = await select.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                all.Append(table).Append(' ').AppendJoin('|', Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue)).Append('\n');
        }
        return all.ToString();
    }

    private sealed class Listening(List<(string Subject, NoticeKind Kind)> told) : ITellMember
    {
        public Task EncloseAsync(PortalDb changes, PatientId subject, NoticeKind kind, CancellationToken cancel)
        {
            told.Add((subject.Value, kind));
            return Task.CompletedTask;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
