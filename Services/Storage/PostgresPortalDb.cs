using Microsoft.EntityFrameworkCore;

namespace PrivacyPortal.Services.Storage;

/// <summary>The same store on PostgreSQL, with migrations of its own.</summary>
internal sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    internal override async Task HoldAsync(IEnumerable<string> names, CancellationToken cancel)
    {
        // always in the same order, so that no two wait for each other
        var ordered = names.Distinct().Order(StringComparer.Ordinal).ToArray();
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest({ordered}) AS name", cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // text compares and sorts by its bytes, as in SQLite, whatever the database's language is
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<AuditRow>(audit =>
        {
            // a stored column of an immutable function: nobody, its owner neither, can write anything else into it
            audit.Property(a => a.Subject).HasComputedColumnSql("\"AuditWord\"(\"Entry\", 'subject')", stored: true);
            audit.Property(a => a.Account).HasComputedColumnSql("\"AuditWord\"(\"Entry\", 'account')", stored: true);
        });
    }
}
