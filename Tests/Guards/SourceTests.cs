using System.Text.RegularExpressions;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Guards;

/// <summary>What holds for the text of the product itself.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] ProductFolders = ["App", "Components", "Services", "RecordSystem", "wwwroot"];
    private static readonly string[] Files = [.. ProductFolders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*", SearchOption.AllDirectories))
        .Where(file => !file.Contains("Migrations", StringComparison.Ordinal) && !file.Contains("Samples", StringComparison.Ordinal))];

    [Fact]
    public void Every_folder_of_the_product_is_read() =>
        Assert.All(ProductFolders, folder => Assert.Contains(Files, file => Path.GetRelativePath(RepositoryRoot.Path, file).StartsWith(folder + '/', StringComparison.Ordinal)));

    [Fact]
    public void No_code_file_outgrows_a_room()
    {
        var code = Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(code);
        Assert.All(code, file => Assert.True(File.ReadLines(file).Count() <= 250, file));
    }

    [Fact]
    public void No_page_outgrows_a_room()
    {
        var pages = Files.Where(file => file.EndsWith(".razor", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, file => Assert.True(File.ReadLines(file).Count() <= 150, file));
    }

    [Fact]
    public void A_grant_is_made_by_the_policy_alone() => OnlyIn(NewGrant(), "Services/Access/AccessPolicy.cs");

    [Fact]
    public void An_audited_grant_is_made_by_the_visit_alone() => OnlyIn(NewAuditedGrant(), "Services/Members/MemberVisit.cs");

    [Fact]
    public void No_page_writes_markup_or_script_from_text()
    {
        var pages = Files.Where(file => file.EndsWith(".razor", StringComparison.Ordinal)).ToList();
        var writers = pages.Where(file => WritesMarkup().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(RepositoryRoot.Path, file));
        Assert.True(pages.Count > 60, "the pages were not found");
        Assert.Equal(["App/Document.razor"], writers);
    }

    [Fact]
    public void Nothing_loads_from_another_host()
    {
        foreach (var kind in (string[])[".razor", ".css", ".js"])
        {
            var files = Files.Where(file => Path.GetExtension(file) == kind).ToList();
            Assert.NotEmpty(files);
            Assert.All(files, file => Assert.DoesNotMatch(@"(src|href|url\()\s*=?\s*[""']?(https?:)?//", File.ReadAllText(file)));
        }
    }

    [Fact]
    [Trait("clause", "C15")]
    public void Only_the_record_client_and_the_mail_relay_call_out() =>
        OnlyIn(CallsOut(), "App/Operations/TelemetryExport.cs", "App/Proofs/OutgoingProbe.cs", "App/Verify/OutsideView.cs", "Services/Notices/SmtpRelay.cs", "Services/Records/Fhir/RecordConnection.cs", "Services/Records/Transport/RecordRoad.cs", "Services/Records/Transport/TokenEndpoint.cs");

    // the record system is another program and answers; it is not part of the portal
    private static void OnlyIn(Regex pattern, params string[] allowed)
    {
        var places = Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && pattern.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file)).Where(file => !file.StartsWith("RecordSystem", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(allowed, places);
    }

    [GeneratedRegex(@"\b(HttpClient|SocketsHttpHandler|HttpClientHandler|WebRequest|ClientWebSocket|TcpClient|UdpClient|SmtpClient|new Socket|Dns|NamedPipeClientStream)\b")]
    private static partial Regex CallsOut();

    [GeneratedRegex(@"MarkupString|<script|<style|\sonclick=""")]
    private static partial Regex WritesMarkup();

    [GeneratedRegex(@"new Grant\(|Grant Mint\(")]
    private static partial Regex NewGrant();

    [GeneratedRegex(@"AuditedGrant\.WriteAsync\(")]
    private static partial Regex NewAuditedGrant();
}
