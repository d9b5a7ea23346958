using System.Net;
using System.Text.Json;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

public sealed class CreateTests
{
    private const string Message = """{"resourceType":"Communication","id":"mine","meta":{"versionId":"9"},"status":"completed","subject":{"reference":"Patient/amy"},"sent":"2026-01-02T03:04:05Z","payload":[{"contentString":"Grüße"}]}""";

    private const string Letter = """{"resourceType":"Communication","identifier":[{"system":"urn:letters","value":"7"}],"status":"completed","subject":{"reference":"Patient/amy"}}""";

    private const string ToDo = """{"resourceType":"Task","status":"requested","intent":"order","for":{"reference":"Patient/amy"},"authoredOn":"2026-01-02"}""";

    [Theory]
    [InlineData("Communication", Message)]
    [InlineData("Task", ToDo)]
    public async Task What_is_created_gets_an_id_and_a_version_of_this_server_and_is_found(string type, string body)
    {
        await using var server = await RecordSystemServer.StartAsync();
        using var answer = await server.PostAsync(type, body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        var id = made.GetProperty("id").GetString();
        Assert.NotEqual("mine", id);
        Assert.Equal("1", made.GetProperty("meta").GetProperty("versionId").GetString());
        Assert.Equal($"{server.Address}/{type}/{id}/_history/1", answer.Headers.Location?.AbsoluteUri);
        Assert.Equal(made.GetRawText(), (await server.GetAsync($"{type}/{id}")).GetRawText());
        Assert.Equal(made.GetRawText(), (await server.GetAsync(answer.Headers.Location!.AbsoluteUri)).GetRawText());
        Assert.Equal(1, await server.TotalAsync($"{type}?patient=amy"));
    }

    [Theory]
    [InlineData("return=minimal", "")]
    [InlineData("return=OperationOutcome", "OperationOutcome")]
    [InlineData("return=representation", "Communication")]
    public async Task The_answer_is_what_the_client_prefers(string prefer, string expected)
    {
        await using var server = await RecordSystemServer.StartAsync();
        server.Client.DefaultRequestHeaders.Add("Prefer", prefer);
        using var answer = await server.PostAsync("Communication", Message);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, body.Length == 0 ? "" : JsonDocument.Parse(body).RootElement.GetProperty("resourceType").GetString());
    }

    [Theory]
    [InlineData("Communication", "", HttpStatusCode.BadRequest)]
    [InlineData("Communication", "{", HttpStatusCode.BadRequest)]
    [InlineData("Communication", "[]", HttpStatusCode.BadRequest)]
    [InlineData("Communication", ToDo, HttpStatusCode.BadRequest)]
    [InlineData("Communication", """{"resourceType":"Communication"}""", HttpStatusCode.BadRequest)]
    [InlineData("Communication", """{"resourceType":"Communication","status":"secret-word"}""", HttpStatusCode.BadRequest)]
    [InlineData("Communication", """{"resourceType":"Communication","status":"completed","sent":"secret-word"}""", HttpStatusCode.BadRequest)]
    [InlineData("Task", """{"resourceType":"Task","status":"requested","intent":"order","stray":1}""", HttpStatusCode.BadRequest)]
    [InlineData("Observation", """{"resourceType":"Observation","status":"final","code":{"text":"x"}}""", HttpStatusCode.MethodNotAllowed)]
    public async Task What_is_not_strictly_valid_is_refused_and_nothing_is_kept(string type, string body, HttpStatusCode expected)
    {
        await using var server = await RecordSystemServer.StartAsync();
        using var answer = await server.PostAsync(type, body);
        Assert.DoesNotContain("secret-word", await OutcomeTests.AssertOutcomeAsync(answer, expected), StringComparison.Ordinal);
        Assert.Equal(0, await server.TotalAsync(type));
    }

    [Fact]
    public async Task With_If_None_Exist_the_second_of_the_same_is_not_made_and_the_first_is_named()
    {
        await using var server = await RecordSystemServer.StartAsync();
        server.Client.DefaultRequestHeaders.Add("If-None-Exist", "identifier=urn%3Aletters%7C7");
        using var first = await server.PostAsync("Communication", Letter);
        using var second = await server.PostAsync("Communication", Letter.Replace("completed", "unknown", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await server.TotalAsync("Communication"));
    }

    [Fact]
    public async Task Of_many_at_once_with_the_same_condition_one_is_made()
    {
        await using var server = await RecordSystemServer.StartAsync();
        server.Client.DefaultRequestHeaders.Add("If-None-Exist", "identifier=urn%3Aletters%7C7");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.PostAsync("Communication", Letter)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(1, await server.TotalAsync("Communication"));
    }

    [Theory]
    [InlineData("identifier=urn%3Aletters%7C7", HttpStatusCode.PreconditionFailed)]
    [InlineData("flibber=7", HttpStatusCode.BadRequest)]
    [InlineData("identifier=urn%3Aletters%7C9&flibber=7", HttpStatusCode.BadRequest)]
    [InlineData("identifier=", HttpStatusCode.BadRequest)]
    [InlineData("_count=1", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task A_condition_that_fits_several_or_is_not_understood_is_refused_and_nothing_is_kept(string condition, HttpStatusCode expected)
    {
        await using var server = await RecordSystemServer.StartAsync();
        for (var i = 0; i < 2; i++) (await server.PostAsync("Communication", Letter)).Dispose();
        var before = server.Folder.Dump();
        server.Client.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Exist", condition);
        using var answer = await server.PostAsync("Communication", Letter);
        await OutcomeTests.AssertOutcomeAsync(answer, expected);
        Assert.Equal(before, server.Folder.Dump());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/fhir+xml")]
    public async Task Another_kind_of_content_is_refused(string mediaType)
    {
        await using var server = await RecordSystemServer.StartAsync();
        using var answer = await server.PostAsync("Communication", Message, mediaType);
        await OutcomeTests.AssertOutcomeAsync(answer, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_five_megabytes_are_refused_whether_announced_or_not(bool announced)
    {
        await using var server = await RecordSystemServer.StartAsync();
        var bytes = new byte[5 * 1024 * 1024 + 1];
        using HttpContent content = announced ? new ByteArrayContent(bytes) : new StreamContent(new Unannounced(bytes));
        content.Headers.ContentType = new("application/fhir+json");
        using var answer = await server.Client.PostAsync("Communication", content, TestContext.Current.CancellationToken);
        await OutcomeTests.AssertOutcomeAsync(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    private sealed class Unannounced(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
