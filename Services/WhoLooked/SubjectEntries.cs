using Microsoft.Data.Sqlite;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Services.WhoLooked;

/// <summary>The entries about one member, by an index over the entries themselves: there is no second table that could say something else than what is signed.</summary>
internal static class SubjectEntries
{
    internal static IEnumerable<AuditRecord> NewestFirst(SqliteConnection connection, PatientId subject) => Bytes(connection, subject).Select(AuditJson.Read);

    /// <summary>The bytes that were hashed.</summary>
    internal static IEnumerable<byte[]> Bytes(SqliteConnection connection, PatientId subject)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT Entry FROM Audit WHERE Subject = $subject ORDER BY Sequence DESC";
        select.Parameters.AddWithValue("$subject", subject.Value);
        using var row = select.ExecuteReader();
        while (row.Read())
            yield return (byte[])row.GetValue(0);
    }
}
