using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Tests.Support;

/// <summary>A store in memory with nothing in it, made when it is first asked.</summary>
internal sealed class EmptyStore : IDbContextFactory<PortalDb>, IDisposable
{
    private SqliteConnection? kept;

    public PortalDb CreateDbContext()
    {
        var isNew = kept is null;
        if (isNew)
        {
            kept = new SqliteConnection("Data Source=:memory:");
            kept.Open();
        }
        var db = new PortalDb(new DbContextOptionsBuilder<PortalDb>().UseSqlite(kept!).Options);
        if (isNew)
            db.Database.EnsureCreated();
        return db;
    }

    public void Dispose() => kept?.Dispose();
}
