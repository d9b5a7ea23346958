using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace PrivacyPortal.Services.Storage;

public static class StorageServices
{
    /// <summary>The store that the settings name; a SQLite file is relative to a directory.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StoreOptions options, string directory)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Provider == StoreProvider.PostgreSql ? services.AddPostgresStorage(options.Read()) : services.AddStorage(Path.Combine(directory, options.File));
    }

    /// <summary>The store on one SQLite file, in WAL mode (set when the file is made) with SQLite's full durability.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 5 }.ToString();
        services.AddSingleton<StoreConnection>(new SqliteStore(connection));
        return services.AddDbContextFactory<PortalDb>(options => options.UseSqlite(connection));
    }

    private static IServiceCollection AddPostgresStorage(this IServiceCollection services, NpgsqlConnectionStringBuilder connection)
    {
        connection.ApplicationName ??= "PrivacyPortal";
        // a database that does not answer is soon known not to: a node that is cut off closes
        connection.Timeout = Math.Min(connection.Timeout, 3);
        connection.CommandTimeout = Math.Min(connection.CommandTimeout, 5);
        connection.IncludeErrorDetail = false; // it would hold values
        services.AddSingleton(_ => new PostgresStore(new NpgsqlDataSourceBuilder(connection.ToString()).Build()));
        services.AddSingleton<StoreConnection>(provider => provider.GetRequiredService<PostgresStore>());
        services.AddDbContextFactory<PostgresPortalDb>((provider, options) => options.UseNpgsql(
            provider.GetRequiredService<PostgresStore>().Source, postgres => postgres.ExecutionStrategy(dependencies => new PostgresRideOut(dependencies))));
        return services.AddSingleton<IDbContextFactory<PortalDb>, PostgresFactory>();
    }

    private sealed class PostgresFactory(IDbContextFactory<PostgresPortalDb> factory) : IDbContextFactory<PortalDb>
    {
        public PortalDb CreateDbContext() => factory.CreateDbContext();
    }
}
