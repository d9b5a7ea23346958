namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>Looks for canaries in files, in both encodings.</summary>
internal static class DiskScan
{
    /// <summary>The files that hold a fragment of one, by name.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<string> files, IReadOnlyList<Canary> canaries)
    {
        var fragments = canaries.SelectMany(canary => canary.Fragments).Select(fragment => fragment.Bytes).ToList();
        return [.. files.Where(file => Holds(file, fragments)).Select(file => Path.GetFileName(file))];
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
            return false; // a socket, or gone meanwhile
        }
    }
}
