namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>Looks for canaries in files, in both encodings.</summary>
internal static class DiskScan
{
    /// <summary>The files that hold a fragment of one, by name. Pipes and sockets have no length, and reading one would never end.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<string> files, IReadOnlyList<Canary> canaries)
    {
        var fragments = FragmentsOf(canaries);
        return [.. files.Where(file => IsFile(file) && Holds(file, fragments)).Select(file => Path.GetFileName(file))];
    }

    /// <summary>What a process holds open, wherever it is and whether or not it still has a name: how much of it was searched, and what of it holds a fragment.</summary>
    internal static (int Searched, IReadOnlyList<string> Holding) OfHeldOpen(int process, IEnumerable<string> but, IReadOnlyList<Canary> canaries)
    {
        var (fragments, spared) = (FragmentsOf(canaries), but.ToHashSet(StringComparer.Ordinal));
        // memory that looks like a file is searched with the memory
        var held = Directory.GetFiles($"/proc/{process}/fd").Select(handle => (Handle: handle, Name: TargetOf(handle)))
            .Where(one => one.Name.StartsWith('/') && !one.Name.StartsWith("/dev/", StringComparison.Ordinal) && !one.Name.StartsWith("/memfd:", StringComparison.Ordinal))
            .Where(one => !spared.Contains(one.Name) && (one.Name.EndsWith(" (deleted)", StringComparison.Ordinal) || IsFile(one.Name)))
            .ToList();
        return (held.Count, [.. held.Where(one => Holds(one.Handle, fragments)).Select(one => one.Name)]);
    }

    private static List<byte[]> FragmentsOf(IReadOnlyList<Canary> canaries) => [.. canaries.SelectMany(canary => canary.Fragments).Select(fragment => fragment.Bytes)];

    private static bool IsFile(string file) => new FileInfo(file) is { Exists: true, Length: > 0 };

    private static string TargetOf(string handle)
    {
        try
        {
            return new FileInfo(handle).LinkTarget ?? "";
        }
        catch (IOException)
        {
            return ""; // closed meanwhile
        }
    }

    private static bool Holds(string file, List<byte[]> fragments)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return fragments.Exists(bytes => content.GetBuffer().AsSpan(0, (int)content.Length).IndexOf(bytes) >= 0);
        }
        catch (IOException)
        {
            return false; // gone meanwhile
        }
    }
}
