using System.Globalization;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>GET type/id: the stored bytes as they are. Of the versions only the newest is kept.</summary>
internal sealed class ReadResource(Database database)
{
    public Task AnswerAsync(HttpContext http, string type, string id, string? version = null)
    {
        using var connection = database.Connect();
        using var command = Sql.Prepare(connection, "SELECT version, json FROM resource WHERE type = $type AND id = $id", "$type", "$id").With(type, id);
        using var reader = command.ExecuteReader();
        if (!reader.Read() || version is not null && version != reader.GetInt64(0).ToString(CultureInfo.InvariantCulture)) throw FhirRefusal.NotFound();
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"W/\"{reader.GetInt64(0)}\"");
        return FhirResponse.WriteRawAsync(http, 200, reader.GetFieldValue<byte[]>(1));
    }
}
