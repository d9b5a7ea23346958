using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Storage;

public static class StoreSchema
{
    /// <summary>What a start does: a SQLite file is brought up to date; a PostgreSQL database must be, for the portal's own role may not change it.</summary>
    /// <exception cref="StoreNotCurrentException">The database is not.</exception>
    public static async Task EnsureStoreAsync(this IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(cancel);
        if (db is not PostgresPortalDb)
            await db.Database.MigrateAsync(cancel);
        else if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any() || (await db.Database.GetAppliedMigrationsAsync(cancel)).Except(db.Database.GetMigrations()).Any())
            throw new StoreNotCurrentException();
    }

    /// <summary>Brings the store to the current schema; on PostgreSQL this takes the role that owns it.</summary>
    public static async Task MigrateStoreAsync(this IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(cancel);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>Gives the portal's own role what it needs and nothing more: to the audit it may only add.</summary>
    public static async Task GrantStoreAsync(this IServiceProvider services, string role, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(role);
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(cancel);
        if (db is not PostgresPortalDb)
            throw new InvalidOperationException("Only PostgreSQL has roles.");
        var to = Quoted(role);
        var tables = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().ToList();
        var grants = new List<string> { $"GRANT USAGE ON SCHEMA public TO {to}", $"GRANT SELECT ON \"__EFMigrationsHistory\" TO {to}" };
        foreach (var table in tables)
        {
            grants.Add($"REVOKE ALL ON {Quoted(table)} FROM {to}");
            grants.Add($"GRANT {(AuditOnly.Contains(table) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE")} ON {Quoted(table)} TO {to}");
        }
        await using var connection = services.GetRequiredService<StoreConnection>().Open();
        await using var all = connection.Command(string.Join(";\n", grants));
        await all.ExecuteNonQueryAsync(cancel);
    }

    private static readonly HashSet<string> AuditOnly = ["Audit", "AuditMentions"];

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>The database does not have the schema of this version. Whoever owns it brings it there first.</summary>
public sealed class StoreNotCurrentException : Exception
{
    public StoreNotCurrentException() : base("The database has not the schema of this version. Let its owner run 'store migrate' first.") { }

    public StoreNotCurrentException(string message) : base(message) { }

    public StoreNotCurrentException(string message, Exception inner) : base(message, inner) { }
}
