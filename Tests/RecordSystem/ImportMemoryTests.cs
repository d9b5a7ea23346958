using PrivacyPortal.RecordSystem.Generate;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

/// <summary>A file is read as a stream: it is taken by a program whose heap holds but half of it.</summary>
[Trait("pace", "thorough")]
public sealed class ImportMemoryTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_file_of_60_MB_is_taken_in_a_heap_of_32()
    {
        using var folder = new RecordSystemFolder();
        var file = Write(folder, "large.json", 60 * Megabyte);
        var run = await RecordSystemProcess.RunWithinAsync(32 * Megabyte, "import", file.FullName, "--database", folder.PathOf("large.db"));
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("1 of 1 files taken, 0 refused", run.Output, StringComparison.Ordinal);
    }

    // a bundle of whole members, as many as it takes
    private static FileInfo Write(RecordSystemFolder folder, string name, long least)
    {
        var file = new FileInfo(folder.PathOf(name));
        for (var members = 8; !file.Exists || file.Length < least; members = (int)(members * least / file.Length * 1.1) + 1)
        {
            using (var stream = file.Create())
                new GeneratedPlan(members, 3, null, new DateOnly(2026, 6, 30)).WriteTo(stream);
            file.Refresh();
        }
        Assert.InRange(file.Length, least, least * 3 / 2);
        return file;
    }
}
