using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PrivacyPortal.Services.Storage;

public static class StorageServices
{
    /// <summary>The store on one SQLite file, in WAL mode (set when the file is made) with SQLite's full durability.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 5 }.ToString();
        services.AddSingleton(new StoreConnection(connection));
        return services.AddDbContextFactory<PortalDb>(options => options.UseSqlite(connection));
    }

    /// <summary>Brings the store to the current schema.</summary>
    public static async Task MigrateStoreAsync(this IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(cancel);
        await db.Database.MigrateAsync(cancel);
    }
}

/// <summary>The store's connection string, for the one writer that does not go through EF: the audit.</summary>
internal sealed record StoreConnection(string Value)
{
    public override string ToString() => nameof(StoreConnection);
}
