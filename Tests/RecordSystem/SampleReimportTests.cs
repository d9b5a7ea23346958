using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

[Collection(SampleServerTests.Name)]
public sealed class SampleReimportTests(SampleServer samples)
{
    [Fact]
    public void Importing_all_sample_files_a_second_time_changes_nothing()
    {
        Assert.Equal(32, RecordSystemFolder.SampleFiles.Length);
        var folder = samples.Server.Folder;
        var before = folder.Dump();
        Assert.NotEmpty(before);
        Assert.All(RecordSystemFolder.SampleFiles, file =>
        {
            var report = folder.Import(file);
            Assert.Equal((0, 0, 0), (report.Added, report.Changed, report.Refused));
            Assert.NotEqual(0, report.Unchanged);
        });
        Assert.Equal(before, folder.Dump());
    }
}
