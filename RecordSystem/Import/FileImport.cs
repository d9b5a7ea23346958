using System.Text.Json;
using Microsoft.Data.Sqlite;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>
/// Takes one file as a whole or not at all. The first pass reads the file to its end and learns where its references lead;
/// the second takes the entries; a third, only when needed, takes those that refer by identifier to what came after them.
/// </summary>
internal sealed class FileImport : IDisposable
{
    private static readonly string[] BundleTypes = ["transaction", "batch", "collection", "searchset"];

    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly ResourceWriter _writer;
    private readonly ReferenceMap _references;
    private readonly ResourceRewriter _rewriter;
    private readonly ImportReport _report;
    private readonly Action<long> _onBytes;
    private readonly Dictionary<int, string> _alreadyThere = [];
    private HashSet<int> _later = [];

    private FileImport(Database database, string file, DateTimeOffset now, Action<long> onBytes)
    {
        _file = file;
        _onBytes = onBytes;
        _connection = database.Connect();
        _writer = new ResourceWriter(_connection, now);
        _references = new ReferenceMap(_connection);
        _rewriter = new ResourceRewriter(_references.Resolve);
        _report = new ImportReport(Path.GetFileName(file));
    }

    public static ImportReport Take(Database database, string file, DateTimeOffset now, Action<long> onBytes)
    {
        using var import = new FileImport(database, file, now, onBytes);
        try
        {
            import.Take();
        }
        catch (ImportRefusal refusal)
        {
            import._report.Refuse(refusal.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            import._report.Refuse("It cannot be read");
        }

        if (import._report.Refused == 0) import._writer.Commit();
        return import._report;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _connection.Dispose();
    }

    private void Take()
    {
        var root = Scan(Learn);
        if (root.ResourceType != "Bundle")
        {
            TakeAlone();
            return;
        }

        if (!BundleTypes.Contains(root.BundleType)) throw new ImportRefusal($"It is a bundle of another type than {string.Join(", ", BundleTypes)}");
        Scan((entry, _) => TakeOrKeepForLater(entry));
        if (_later.Count == 0) return;
        var last = _later;
        _later = [];
        Scan((entry, _) =>
        {
            if (last.Contains(entry.Number)) TakeOrKeepForLater(entry);
        });
        foreach (var number in _later) _report.Refuse($"entry {number}: A conditional reference matches no resource");
    }

    private EntryScanner Scan(Action<BundleEntry, EntryScanner> onEntry)
    {
        var scanner = new EntryScanner();
        using var stream = new CountingStream(_file, _onBytes);
        scanner.Scan(stream, (number, bytes) =>
        {
            using var document = Parse(bytes);
            onEntry(BundleEntry.Of(number, document.RootElement), scanner);
        });
        return scanner;
    }

    /// <summary>A wrong entry is refused by the pass that takes it.</summary>
    private void Learn(BundleEntry entry, EntryScanner scanner)
    {
        if (entry.Type is null || scanner.ResourceType is not (null or "Bundle") || entry.IsRemark) return;
        try
        {
            if (entry.Condition is { } condition && _references.Find(condition) is { } there)
            {
                _alreadyThere[entry.Number] = there;
                if (entry.FullUrl is not null) _references.Add(entry.FullUrl, entry.Type, there[(there.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            }
            else if (entry.FullUrl is not null) _references.Add(entry.FullUrl, entry.Type, entry.Id());
        }
        catch (ImportRefusal)
        {
        }
    }

    private void TakeAlone()
    {
        if (new FileInfo(_file).Length > EntryScanner.MostBytes) throw new ImportRefusal($"One resource is larger than {EntryScanner.MostBytes / 1024 / 1024} MB");
        var bytes = File.ReadAllBytes(_file).AsMemory();
        using var document = Parse(bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
        TakeOrKeepForLater(BundleEntry.Alone(document.RootElement));
        if (_later.Count > 0) throw new ImportRefusal("A conditional reference matches no resource");
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            throw new ImportRefusal("It is nested too deeply, or it is not JSON");
        }
    }

    private void TakeOrKeepForLater(BundleEntry entry)
    {
        try
        {
            if (!entry.IsRemark) _report.Count(entry.Type ?? "", TakeEntry(entry));
        }
        catch (NotYetThere)
        {
            _later.Add(entry.Number);
        }
        catch (ImportRefusal refusal)
        {
            _report.Refuse($"entry {entry.Number}: {refusal.Message}");
        }
    }

    private PutResult TakeEntry(BundleEntry entry)
    {
        if (entry.Method is not (null or "POST" or "PUT")) throw new ImportRefusal("Only POST and PUT are taken");
        if (entry.Resource is not { ValueKind: JsonValueKind.Object } resource) throw new ImportRefusal("There is no resource in it");
        EntryCheck.Check(entry.Type, resource);
        if (_alreadyThere.TryGetValue(entry.Number, out var there) && entry.Method == "POST") return PutResult.Unchanged;
        var id = there is null ? entry.Id() : there[(there.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var result = _writer.Put(_rewriter.Rewrite(resource, entry.Type!, id));
        return result == PutResult.Conflict ? throw new ImportRefusal("The same resource is in this file twice with different content") : result;
    }
}
