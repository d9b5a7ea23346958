using System.Text.Json;
using Microsoft.Data.Sqlite;
using PrivacyPortal.RecordSystem.Search;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>Writes a searchset from stored bytes; no resource is parsed on the way.</summary>
internal sealed class SearchBundle(string baseUrl, string self, int total, string? nextToken)
{
    private static readonly JsonEncodedText Match = JsonEncodedText.Encode("match");
    private static readonly JsonEncodedText IncludeMode = JsonEncodedText.Encode("include");

    private const int FlushAt = 128 * 1024;

    public async Task WriteAsync(Utf8JsonWriter json, HttpContext http, SqliteConnection connection, SearchPage page)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "searchset");
        json.WriteNumber("total", total);
        json.WriteStartArray("link");
        WriteLink(json, "self", $"{baseUrl}/{self}");
        if (nextToken is not null) WriteLink(json, "next", $"{baseUrl}?_page={nextToken}");
        json.WriteEndArray();
        if (page.Matches.Count > 0)
        {
            json.WriteStartArray("entry");
            using var read = Sql.Prepare(connection, "SELECT type, id, json FROM resource WHERE key = $key", "$key");
            foreach (var (key, mode) in page.Matches.Select(key => (key, Match)).Concat(page.Included.Select(key => (key, IncludeMode))))
            {
                WriteEntry(json, read.With(key), mode);
                if (http.Response.BodyWriter.UnflushedBytes + json.BytesPending < FlushAt) continue;
                await json.FlushAsync(http.RequestAborted);
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, string relation, string url)
    {
        json.WriteStartObject();
        json.WriteString("relation", relation);
        json.WriteString("url", url);
        json.WriteEndObject();
    }

    private void WriteEntry(Utf8JsonWriter json, SqliteCommand read, JsonEncodedText mode)
    {
        using var reader = read.ExecuteReader();
        if (!reader.Read()) return;
        json.WriteStartObject();
        json.WriteString("fullUrl", $"{baseUrl}/{reader.GetString(0)}/{reader.GetString(1)}");
        json.WritePropertyName("resource");
        json.WriteRawValue(reader.GetFieldValue<byte[]>(2), skipInputValidation: true);
        json.WriteStartObject("search");
        json.WriteString("mode", mode);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
