using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

public sealed class SampleImportTests
{
    public static TheoryData<string> Files => [.. RecordSystemFolder.SampleFiles.Select(file => Path.GetRelativePath(RecordSystemFolder.Sample(""), file))];

    [Theory, MemberData(nameof(Files))]
    public void Every_sample_file_is_taken_on_its_own(string file)
    {
        using var folder = new RecordSystemFolder();
        var report = folder.Import(RecordSystemFolder.Sample(file));
        Assert.Empty(report.Reasons);
        Assert.NotEqual(0, report.Added);
        Assert.DoesNotContain("urn:uuid:", References(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_resource_gets_a_new_version_and_its_new_search_values()
    {
        using var folder = new RecordSystemFolder();
        folder.ImportText("""{"resourceType":"Patient","id":"p","birthDate":"1990-01-01"}""");
        var report = folder.ImportText("""{"resourceType":"Patient","id":"p","birthDate":"1991-01-01"}""");
        Assert.Equal(1, report.Changed);
        Assert.Contains("\"versionId\":\"2\"", folder.Json("Patient", "p"), StringComparison.Ordinal);
        Assert.Single(folder.Dump().Split('\n'), line => line.Contains("date_value", StringComparison.Ordinal));
    }

    private static string References(RecordSystemFolder folder) =>
        string.Join('\n', folder.Dump().Split('\n').Where(line => line.Contains("reference_value", StringComparison.Ordinal)));
}
