using System.Globalization;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>GET type/id: the stored bytes as they are.</summary>
internal sealed class ReadResource(Database database)
{
    public Task AnswerAsync(HttpContext http, string type, string id)
    {
        using var connection = database.Connect();
        using var command = Sql.Prepare(connection, "SELECT version, json FROM resource WHERE type = $type AND id = $id", "$type", "$id").With(type, id);
        using var reader = command.ExecuteReader();
        if (!reader.Read()) throw FhirRefusal.NotFound();
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"W/\"{reader.GetInt64(0)}\"");
        return FhirResponse.WriteRawAsync(http, 200, reader.GetFieldValue<byte[]>(1));
    }
}
