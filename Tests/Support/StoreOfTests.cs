using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Support;

/// <summary>
/// The store that tests over a store run on: SQLite, or with <c>PORTAL_TESTS_STORE=PostgreSql</c> the same tests on PostgreSQL, one cluster for the run and one
/// database for each folder.
/// </summary>
internal static class StoreOfTests
{
    private const string Template = "portal_template";

    private static readonly Lazy<PostgresCluster> Started = new(StartCluster);
    private static readonly Dictionary<string, string> Databases = [];

    internal static bool IsPostgres => Environment.GetEnvironmentVariable("PORTAL_TESTS_STORE") == nameof(StoreProvider.PostgreSql);

    internal static IServiceCollection AddStorageOfTests(this IServiceCollection services, string folder) =>
        IsPostgres ? services.AddPostgresOf(folder) : services.AddStorage(Path.Combine(folder, "portal.db"));

    internal static IServiceCollection AddPostgresOf(this IServiceCollection services, string folder) => services.AddStorage(OptionsFor(folder), folder);

    /// <summary>A connection to the folder's own database, made when it is first asked for.</summary>
    internal static StoreOptions OptionsFor(string folder)
    {
        lock (Databases)
        {
            if (!Databases.TryGetValue(folder, out var name))
            {
                Databases[folder] = name = $"t{Databases.Count}";
                Started.Value.Psql("postgres", "-c", $"CREATE DATABASE {name} TEMPLATE {Template}");
            }
            return new() { Provider = StoreProvider.PostgreSql, ConnectionString = Started.Value.Connection(name) };
        }
    }

    private static PostgresCluster StartCluster()
    {
        var cluster = new PostgresCluster();
        cluster.Psql("postgres", "-c", $"CREATE DATABASE {Template}");
        using var services = new ServiceCollection().AddStorage(new StoreOptions { Provider = StoreProvider.PostgreSql, ConnectionString = cluster.Connection(Template) }, "").BuildServiceProvider();
        services.MigrateStoreAsync(default).GetAwaiter().GetResult();
        return cluster;
    }
}
