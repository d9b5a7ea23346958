using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Journeys.Support;

/// <summary>The portal's store as another program on the same machine sees it: to count what was audited, and to do what another node would.</summary>
internal sealed class PortalStore(PortalFolder folder)
{
    /// <summary>Every session of the account is over, as if it had been ended at another node.</summary>
    internal void EndSessionsOf(string userName) =>
        Run($"UPDATE Sessions SET EndedAt = $now, Ended = 'Revoked' WHERE EndedAt IS NULL AND {OfAccount}", ("$now", Now), ("$name", userName));

    /// <summary>As if nothing had been done in the account's sessions for this long.</summary>
    internal void LetSessionsIdleOf(string userName, TimeSpan idle) =>
        Run($"UPDATE Sessions SET LastUsedAt = $then WHERE {OfAccount}", ("$then", Now - (long)idle.TotalMilliseconds), ("$name", userName));

    /// <summary>As if the account and its sessions had stayed under another version of the statement.</summary>
    internal void StayedUnder(string userName, string version) => Run(
        $"UPDATE Sessions SET StatementVersion = $version WHERE {OfAccount}; UPDATE Accounts SET StatementVersion = $version WHERE UserName = $name", ("$version", version), ("$name", userName));

    internal long AuditRows() => Run("SELECT COUNT(*) FROM Audit");

    /// <summary>Rows about one kind of act.</summary>
    internal long AuditRowsOf(string act) => Run("SELECT COUNT(*) FROM Audit WHERE CAST(Entry AS TEXT) LIKE $act", ("$act", $"%\"act\":\"{act}\"%"));

    /// <summary>The record is a relative's, as another node was told.</summary>
    internal void Relate(string userName, string patient) => Run(
        "INSERT INTO RecordTies (AccountId, Subject, Tie) VALUES ((SELECT Id FROM Accounts WHERE UserName = $name), $patient, 'Relative'); UPDATE AccessRevision SET Number = Number + 1",
        ("$name", userName), ("$patient", patient));

    private const string OfAccount = "AccountId = (SELECT Id FROM Accounts WHERE UserName = $name)";

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private long Run(string sql, params (string Name, object Value)[] values)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Data, "portal.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command.ExecuteScalar() is long count ? count : 0;
    }
}
