using PrivacyPortal.RecordSystem.Generate;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

/// <summary>A file is read as a stream: twenty times the file does not need twenty times the memory, nor anything near its own size more.</summary>
[Trait("pace", "thorough")]
public sealed class ImportMemoryTests(ITestOutputHelper output)
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_file_of_60_MB_needs_little_more_memory_than_one_of_3_MB()
    {
        using var folder = new RecordSystemFolder();
        var (small, large) = (Write(folder, "small.json", 3 * Megabyte), Write(folder, "large.json", 60 * Megabyte));
        var few = await ImportAsync(folder, small, "small.db");
        var many = await ImportAsync(folder, large, "large.db");
        output.WriteLine($"peak of the import: {few.Peak / 1024} MB for {small.Length / Megabyte} MB, {many.Peak / 1024} MB for {large.Length / Megabyte} MB");
        Assert.InRange(many.Peak - few.Peak, long.MinValue, large.Length / 1024 / 2);
    }

    private static async Task<RecordSystemProcess> ImportAsync(RecordSystemFolder folder, FileInfo file, string database)
    {
        var run = await RecordSystemProcess.RunAsync("import", file.FullName, "--database", folder.PathOf(database));
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.True(run.Peak > 0, "no memory was measured");
        return run;
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
