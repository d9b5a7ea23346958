using System.Text.Json;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Audit;

/// <summary>Writes the log as FHIR AuditEvents, one a line, for the plan's own tools. It proves nothing by itself: <see cref="ExportAudit"/> does.</summary>
public sealed class ExportAuditEvents
{
    private readonly StoreConnection store;
    private readonly AuditPlaces places;

    internal ExportAuditEvents(StoreConnection store, AuditPlaces places) => (this.store, this.places) = (store, places);

    /// <summary>Writes a new file and says how many events it holds.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public async Task<long> ToAsync(string file, CancellationToken cancel)
    {
        var events = 0L;
        await using var connection = await store.OpenAsync(cancel);
        await using var lines = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        await using var json = new Utf8JsonWriter(lines);
        foreach (var (_, entry, hash) in StoredAudit.Rows(connection, StoredAudit.Retired(connection)))
        {
            AuditEventJson.Write(json, AuditJson.Read(entry), hash, places.Origin);
            json.Flush();
            lines.WriteByte((byte)'\n');
            json.Reset();
            if ((++events & 0xfff) == 0)
                cancel.ThrowIfCancellationRequested();
        }
        return events;
    }
}
