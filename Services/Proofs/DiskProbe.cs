using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Services.Proofs;

/// <summary>
/// Looks for a test member's marks in the portal's data, the temporary folder and the log folders (C11). It writes nothing. What cannot be read, or is
/// more than the bounds, makes it not measured; a mark that was found by then counts all the same.
/// </summary>
internal sealed class DiskProbe(SearchedFolders searched, IOptions<CanaryOptions> options) : IProbe
{
    private const int ShortestMark = 8;
    private const long Most = 512L * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    // the evaluation record system's own file: another program's, and the place where records belong
    private const string RecordSystem = "record-system.db";

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device };

    // A database of this process is locked by it, and the system lets go of all its locks on a file as soon as any one handle to that file is closed:
    // another program would then take the database for abandoned and delete its log. So what was opened of one stays open, as long as the portal does.
    private static readonly Dictionary<string, FileStream> Databases = new(StringComparer.Ordinal);

    public ProbeName Name => ProbeName.Disk;

    public string Clause => Clauses.NotStored;

    public Task<Measured> MeasureAsync(CancellationToken cancel) => Task.Run(() =>
    {
        var marks = options.Value.Marks.Where(mark => mark.Length >= ShortestMark).SelectMany(mark => new[] { Encoding.UTF8.GetBytes(mark), Encoding.Unicode.GetBytes(mark) }).ToList();
        if (marks.Count == 0)
            return Measured.Not;
        var (files, hits, bytes, began, whole) = (0L, 0L, 0L, Stopwatch.GetTimestamp(), true);
        foreach (var file in searched.Folders.Concat(options.Value.Folders).Distinct().Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", Everything)))
        {
            cancel.ThrowIfCancellationRequested();
            if (Path.GetFileName(file).StartsWith(RecordSystem, StringComparison.Ordinal) || IsIndexOfLog(file) || IsEmpty(file))
                continue;
            var found = Holds(file, marks, ref bytes);
            (files, hits) = (files + 1, hits + (found ? 1 : 0));
            if (bytes > Most || Stopwatch.GetElapsedTime(began) > Longest)
            {
                whole = false;
                break;
            }
        }
        return hits == 0 && !whole ? Measured.Not : Measured.Kept(hits == 0, files, hits);
    }, cancel);

    // a socket or a pipe, such as the runtime's own in the temporary folder, has no length and cannot be read
    private static bool IsEmpty(string file) => new FileInfo(file) is not { Exists: true, Length: > 0 };

    // page numbers and locks, shared between the programs that have a database open, and nothing of its content
    private static bool IsIndexOfLog(string file) => file.EndsWith(".db-shm", StringComparison.Ordinal);

    private static bool Holds(string file, List<byte[]> marks, ref long bytes)
    {
        try
        {
            if (!file.EndsWith(".db", StringComparison.Ordinal))
            {
                using var once = Open(file);
                return Holds(once, marks, ref bytes);
            }
            lock (Databases)
            {
                if (!Databases.TryGetValue(file, out var kept))
                    Databases.Add(file, kept = Open(file));
                kept.Position = 0;
                return Holds(kept, marks, ref bytes);
            }
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            // another program's, or gone: not the portal's to have written
        }
        return false;
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static bool Holds(FileStream stream, List<byte[]> marks, ref long bytes)
    {
        var (window, carried, overlap) = (new byte[128 * 1024], 0, marks.Max(mark => mark.Length) - 1);
        while (stream.Read(window, carried, window.Length - carried) is > 0 and var read && bytes <= Most)
        {
            bytes += read;
            var filled = window.AsSpan(0, carried + read);
            foreach (var mark in marks)
            {
                if (filled.IndexOf(mark) >= 0)
                    return true;
            }
            carried = Math.Min(overlap, filled.Length);
            filled[^carried..].CopyTo(window);
        }
        return false;
    }
}

/// <summary>Where the portal could have written.</summary>
public sealed record SearchedFolders(IReadOnlyList<string> Folders);
