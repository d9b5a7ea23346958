using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PrivacyPortal.RecordSystem.Serve;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

[Collection(SampleServerTests.Name)]
public sealed class OutcomeTests(SampleServer samples)
{
    private RecordSystemServer Server => samples.Server;

    [Theory]
    [InlineData("metadata")]
    [InlineData("Patient/Patient1")]
    [InlineData("Patient?_id=Patient1")]
    [InlineData("nothing/at/all")]
    public async Task Nothing_is_answered_without_the_token(string address)
    {
        using var stranger = Server.NewClient();
        foreach (var token in (string?[])[null, "", "wrong", RecordSystemServer.Token + "x", RecordSystemServer.Token[..^1]])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            using var answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
            await AssertOutcomeAsync(answer, HttpStatusCode.Unauthorized, "login");
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }

        using var basic = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = new AuthenticationHeaderValue("Basic", RecordSystemServer.Token) } };
        using var refused = await stranger.SendAsync(basic, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("GET", "Patient/none", HttpStatusCode.NotFound)]
    [InlineData("GET", "Flibber/1", HttpStatusCode.NotFound)]
    [InlineData("GET", "Flibber", HttpStatusCode.NotFound)]
    [InlineData("GET", "Bundle/1", HttpStatusCode.NotFound)]
    [InlineData("GET", "../other", HttpStatusCode.NotFound)]
    [InlineData("GET", "", HttpStatusCode.NotFound)]
    [InlineData("GET", "Patient/Patient1/_history/2", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "Patient/Patient1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "Patient/Patient1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PATCH", "Task/1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "Patient", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "Patient/_search/x", HttpStatusCode.NotFound)]
    [InlineData("GET", "Observation?date=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Observation?date=ap2020", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Observation?date=2020-13", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Observation?date=2023-02-29", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Observation?date=20", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Observation?_count=many", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Observation?code:text=x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Observation?subject=*", HttpStatusCode.BadRequest)]
    [InlineData("GET", "Observation?_format=xml", HttpStatusCode.NotAcceptable)]
    public async Task Every_failure_is_an_OperationOutcome(string method, string address, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await AssertOutcomeAsync(answer, expected);
    }

    [Theory]
    [InlineData("application/fhir+xml", HttpStatusCode.NotAcceptable)]
    [InlineData("text/html", HttpStatusCode.NotAcceptable)]
    [InlineData("application/fhir+json; fhirVersion=5.0", HttpStatusCode.NotAcceptable)]
    [InlineData("application/fhir+json; fhirVersion=4.0", HttpStatusCode.OK)]
    [InlineData("application/fhir+json;q=0.9, text/html", HttpStatusCode.OK)]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("*/*", HttpStatusCode.OK)]
    public async Task Only_FHIR_4_JSON_can_be_had(string accept, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "Patient/Patient1");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        if (expected != HttpStatusCode.OK) await AssertOutcomeAsync(answer, expected);
    }

    [Fact]
    public async Task A_strict_client_is_told_that_a_parameter_is_not_known()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "ExplanationOfBenefit?service-date=2020") { Headers = { { "Prefer", "handling=strict" } } };
        using var answer = await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await AssertOutcomeAsync(answer, HttpStatusCode.BadRequest, "not-supported");
    }

    [Fact]
    public async Task A_posted_search_must_be_a_form()
    {
        using var answer = await Server.PostAsync("Patient/_search", "{}", "application/json");
        await AssertOutcomeAsync(answer, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "Patient") { Headers = { Host = "evil.example" } };
        using var answer = await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await AssertOutcomeAsync(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_failure_of_the_server_tells_nothing_about_it()
    {
        await using var broken = await RecordSystemServer.StartAsync();
        using (var connection = broken.Database.Connect()) PrivacyPortal.RecordSystem.Store.Sql.Run(connection, "DROP TABLE resource");
        using var answer = await broken.Client.GetAsync("Patient/Patient1", TestContext.Current.CancellationToken);
        var text = await AssertOutcomeAsync(answer, HttpStatusCode.InternalServerError, "exception");
        Assert.DoesNotContain("Sqlite", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_is_not_to_be_stored_and_does_not_name_the_server()
    {
        foreach (var address in (string[])["metadata", "Patient", "Patient/Patient1", "Patient/none"])
        {
            using var answer = await Server.Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.Empty(answer.Headers.Server);
            Assert.Equal(FhirResponse.MediaType, answer.Content.Headers.ContentType?.ToString());
        }
    }

    [Fact]
    public async Task It_says_what_it_is_and_what_can_be_searched()
    {
        var statement = await Server.GetAsync("metadata");
        Assert.Equal("4.0.1", statement.GetProperty("fhirVersion").GetString());
        var issues = PrivacyPortal.RecordSystem.Import.Conformance.IssuesOf(JsonSerializer.SerializeToUtf8Bytes(statement));
        Assert.Empty(issues);
        var creatable = statement.GetProperty("rest")[0].GetProperty("resource").EnumerateArray()
            .Where(type => type.GetProperty("interaction").EnumerateArray().Any(interaction => interaction.GetProperty("code").GetString() == "create"))
            .Select(type => type.GetProperty("type").GetString());
        Assert.Equal(["Communication", "Task"], creatable);
    }

    internal static async Task<string> AssertOutcomeAsync(HttpResponseMessage answer, HttpStatusCode expected, string? code = null)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(FhirResponse.MediaType, answer.Content.Headers.ContentType?.ToString());
        var outcome = JsonDocument.Parse(text).RootElement;
        Assert.Equal("OperationOutcome", outcome.GetProperty("resourceType").GetString());
        Assert.Empty(PrivacyPortal.RecordSystem.Import.Conformance.IssuesOf(System.Text.Encoding.UTF8.GetBytes(text)));
        if (code is not null) Assert.Equal(code, outcome.GetProperty("issue")[0].GetProperty("code").GetString());
        return text;
    }
}
