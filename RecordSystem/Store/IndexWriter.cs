using System.Text.Json;
using Microsoft.Data.Sqlite;
using PrivacyPortal.RecordSystem.Search;

namespace PrivacyPortal.RecordSystem.Store;

/// <summary>Writes the search values of one resource.</summary>
internal sealed class IndexWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _token = Sql.Prepare(connection,
        "INSERT INTO token_value VALUES($resource, $type, $param, $system, $code)", "$resource", "$type", "$param", "$system", "$code");

    private readonly SqliteCommand _reference = Sql.Prepare(connection,
        "INSERT INTO reference_value VALUES($resource, $type, $param, $target)", "$resource", "$type", "$param", "$target");

    private readonly SqliteCommand _date = Sql.Prepare(connection,
        "INSERT INTO date_value VALUES($resource, $type, $param, $low, $high)", "$resource", "$type", "$param", "$low", "$high");

    private readonly SqliteCommand _text = Sql.Prepare(connection,
        "INSERT INTO text_value VALUES($resource, $type, $param, $value)", "$resource", "$type", "$param", "$value");

    public void Write(long key, CanonicalResource resource)
    {
        using var document = JsonDocument.Parse(resource.Json);
        foreach (var (parameter, value) in SearchValues.Of(resource.Type, document.RootElement))
        {
            var command = value switch
            {
                TokenValue token => _token.With(key, resource.Type, parameter, token.System, token.Code),
                ReferenceValue reference => _reference.With(key, resource.Type, parameter, reference.Target),
                DateValue date => _date.With(key, resource.Type, parameter, date.Range.Low, date.Range.High),
                TextValue text => _text.With(key, resource.Type, parameter, text.Folded),
                _ => throw new InvalidOperationException("an unknown kind of search value"),
            };
            command.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        _token.Dispose();
        _reference.Dispose();
        _date.Dispose();
        _text.Dispose();
    }
}
