using Microsoft.Win32.SafeHandles;

namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>
/// Looks for canaries in all memory of another process, page by page, in both encodings that text has in .NET. The process runs on meanwhile. It reads
/// what is present or swapped out; the rest reads as zeros.
/// </summary>
internal static class MemoryScan
{
    private const int Chunk = 4 << 20;
    private const int Page = 4096;

    /// <summary>Why the memory of a process cannot be read here; null when it can.</summary>
    internal static string? WhyNot =>
        !OperatingSystem.IsLinux() ? "Skipped: memory is read from /proc/PID/mem, which only Linux has."
        : !Environment.IsPrivilegedProcess ? "Skipped: only root may read the portal's memory, which the portal refuses to everyone else."
        : null;

    internal static MemoryFindings Of(int process, params IEnumerable<Canary> canaries)
    {
        var fragments = canaries.SelectMany(canary => canary.Fragments).ToList();
        var overlap = fragments.Max(fragment => fragment.Bytes.Length) - 1;
        var findings = new MemoryFindings();
        using var memory = File.OpenHandle($"/proc/{process}/mem");
        using var pages = File.OpenHandle($"/proc/{process}/pagemap");
        var buffer = new byte[Chunk + overlap];
        foreach (var map in MemoryMap.Of(process))
        {
            foreach (var (from, to) in Present(pages, map))
            {
                var kept = 0;
                for (var at = from; at < to;)
                {
                    var read = Read(memory, buffer.AsSpan(kept, (int)Math.Min(Chunk, to - at)), at);
                    if (read == 0)
                    {
                        (at, kept) = (at + Page, 0); // given back to the system since the map was read
                        continue;
                    }
                    findings.Read(read);
                    var span = buffer.AsSpan(0, kept + read);
                    foreach (var (encoding, bytes) in fragments)
                        Search(span, bytes, kept, (offset, around) => findings.Found(encoding, map.Name, at - kept + offset, around));
                    at += read;
                    kept = Math.Min(overlap, span.Length);
                    span[^kept..].CopyTo(buffer);
                }
            }
        }
        return findings;
    }

    private static void Search(Span<byte> span, byte[] bytes, int seen, Action<int, byte[]> found)
    {
        for (var start = 0; span[start..].IndexOf(bytes) is >= 0 and var step; start += step + 1)
        {
            var offset = start + step;
            // what lies wholly in the overlap was found with the chunk before
            if (offset + bytes.Length > seen)
                found(offset, span[Math.Max(0, offset - 48)..Math.Min(span.Length, offset + 48)].ToArray());
        }
    }

    private static int Read(SafeFileHandle memory, Span<byte> into, long at)
    {
        try
        {
            return RandomAccess.Read(memory, into, at);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Runs of pages that are there: bits 62 and 63 of a page's entry say swapped out and present.</summary>
    private static IEnumerable<(long From, long To)> Present(SafeFileHandle pages, MemoryMap map)
    {
        var entries = new byte[1 << 17];
        long? start = null;
        for (var at = map.From; at < map.To;)
        {
            var read = RandomAccess.Read(pages, entries.AsSpan(0, (int)Math.Min(entries.Length, (map.To - at) / Page * 8)), at / Page * 8) / 8;
            if (read == 0)
                break;
            if (start is null && entries.AsSpan(0, read * 8).IndexOfAnyExcept((byte)0) < 0)
            {
                at += (long)read * Page;
                continue;
            }
            for (var i = 0; i < read; i++, at += Page)
            {
                var there = BitConverter.ToUInt64(entries, i * 8) >> 62 != 0;
                if (there)
                    start ??= at;
                else if (start is { } from)
                {
                    yield return (from, at);
                    start = null;
                }
            }
        }
        if (start is { } last)
            yield return (last, map.To);
    }
}
