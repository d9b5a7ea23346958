using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Takeaway;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Records;

[Trait("clause", "C13")]
public sealed class DocumentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Reference(string attachment, string member = "amy", string more = "") =>
        $$"""{"resourceType":"DocumentReference","id":"d","status":"current","subject":{"reference":"Patient/{{member}}"},"author":[{"reference":"Practitioner/7"}],"content":[{"attachment":{{attachment}} }]{{more}} }""";

    [Fact]
    public async Task The_list_says_what_it_is_and_holds_nothing_of_what_is_in_it()
    {
        var server = new FakeRecordServer().Searched("DocumentReference", Searchset.Of(Reference("""{"title":"A letter","contentType":"text/plain","data":"aGVsbG8="}""", more: ""","securityLabel":[{"coding":[{"code":"HIV"}]}]""")));
        using var record = new TheirRecord(server);
        var document = Assert.Single((await record.Client.DocumentsAsync(record.Grant(Category.Documents), Cancel)).Value!);
        Assert.Equal(("A letter", "text/plain", 6L, true, Sensitivity.Hiv), (document.Title, document.ContentType, document.Size, document.Held, document.Labels));
    }

    [Fact]
    public async Task What_lies_in_the_entry_and_what_lies_in_a_Binary_is_read_alike()
    {
        var server = new FakeRecordServer().Searched("DocumentReference", Searchset.Of(Reference("""{"contentType":"text/plain","data":"aGVsbG8="}""")))
            .Searched("DocumentReference", Searchset.Of(Reference("""{"contentType":"text/plain; charset=utf-8","url":"Binary/b1"}""")))
            .On("GET /fhir/Binary/b1", """{"resourceType":"Binary","id":"b1","contentType":"text/html","data":"aGVsbG8="}""");
        using var record = new TheirRecord(server);
        for (var way = 0; way < 2; way++)
        {
            var content = (await record.Client.DocumentContentAsync("d", record.Grant(Category.Documents), Cancel)).Value!;
            Assert.Equal(("hello", DocumentForm.Text), (System.Text.Encoding.UTF8.GetString(content.Bytes), content.Form));
            content.Clear();
            Assert.All(content.Bytes, one => Assert.Equal(0, one));
        }
        Assert.Contains("patient=amy", server.Requests[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/Binary/b1")]
    [InlineData("Patient/bob")]
    [InlineData("/fhir/../secret")]
    public async Task No_other_address_is_ever_asked(string url)
    {
        var server = new FakeRecordServer().Searched("DocumentReference", Searchset.Of(Reference($$"""{"url":"{{url}}"}""")));
        using var record = new TheirRecord(server);
        Assert.Equal(RecordProblem.Unavailable, (await record.Client.DocumentContentAsync("d", record.Grant(Category.Documents), Cancel)).Problem);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Another_members_document_is_not_opened_and_its_Binary_is_not_asked_for()
    {
        var server = new FakeRecordServer().Searched("DocumentReference", Searchset.Of(Reference("""{"url":"Binary/b1"}""", member: "bob")));
        using var record = new TheirRecord(server);
        Assert.Equal(RecordProblem.NotTheirs, (await record.Client.DocumentContentAsync("d", record.Grant(Category.Documents), Cancel)).Problem);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_is_taken_along_brings_those_it_refers_to_and_says_what_is_missing()
    {
        var server = new FakeRecordServer()
            .Searched("DocumentReference", Searchset.Of(Reference("""{"url":"Binary/b1"}""")))
            .Searched("Practitioner", Searchset.Of("""{"resourceType":"Practitioner","id":"7","name":[{"family":"Okafor"}]}"""))
            .On("GET /fhir/Binary/b1", """{"resourceType":"Binary","id":"b1","contentType":"text/plain","data":"aGVsbG8="}""");
        using var record = new TheirRecord(server);
        var copies = (await record.Client.CopyAsync(Category.Documents, record.Grant(Category.Documents), Cancel)).Value!;
        Assert.Equal(["Binary", "DocumentReference", "Practitioner"], copies.Select(copy => copy.Type).Order());
        using var bundle = TakeawayBundle.Of([.. copies, .. copies]);
        Assert.Equal((3, 1), (bundle.Entries, bundle.Missing)); // Patient/amy is another part
    }
}
