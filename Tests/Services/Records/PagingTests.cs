using System.Net;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Tests.Services.Records;

public sealed class PagingTests
{
    private const string Next = "https://records.example/fhir?page=2&token=opaque";

    [Fact]
    public async Task Pages_are_followed_to_the_end_and_overlaps_are_shown_once()
    {
        var claims = await ClaimsOf(new FakeRecordServer()
            .Searched("ExplanationOfBenefit", Searchset.Page(3, Next, Searchset.Claim("1"), Searchset.Claim("2")))
            .Continued("/fhir?page=2&token=opaque", Searchset.Page(3, null, Searchset.Claim("2"), Searchset.Claim("3"))));
        Assert.Equal(["1", "2", "3"], claims.Value!.Select(claim => claim.Id));
        Assert.True(claims.Completeness.Whole);
    }

    [Fact]
    public async Task A_relative_next_link_is_under_the_base()
    {
        var claims = await ClaimsOf(new FakeRecordServer()
            .Searched("ExplanationOfBenefit", Searchset.Page(2, "ExplanationOfBenefit?page=2", Searchset.Claim("1")))
            .Continued("/fhir/ExplanationOfBenefit?page=2", Searchset.Page(2, null, Searchset.Claim("2"))));
        Assert.True(claims.Completeness.Whole);
    }

    [Theory]
    [Trait("clause", "C15")]
    [InlineData("https://evil.example.net/fhir?page=2")]
    [InlineData("http://records.example/fhir?page=2")]
    [InlineData("https://records.example:444/fhir?page=2")]
    [InlineData("https://records.example/fhirside?page=2")]
    [InlineData("https://records.example/fhir/../admin?page=2")]
    [InlineData("https://records.example@evil.example.net/fhir?page=2")]
    [InlineData("https://user@records.example/fhir?page=2")]
    [InlineData("//evil.example.net/fhir?page=2")]
    [InlineData("/admin?page=2")]
    [InlineData("file:///fhir/page")]
    public async Task A_next_link_to_anywhere_else_is_never_asked(string elsewhere)
    {
        var server = new FakeRecordServer().Searched("ExplanationOfBenefit", Searchset.Page(2, elsewhere, Searchset.Claim("1")));
        var claims = await ClaimsOf(server);
        Assert.Equal("1", Assert.Single(claims.Value!).Id);
        Assert.True(claims.Completeness.CutOff);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_next_link_that_repeats_itself_ends_the_list()
    {
        var server = new FakeRecordServer()
            .Searched("ExplanationOfBenefit", Searchset.Page(9, Next, Searchset.Claim("1")))
            .Continued("/fhir?page=2&token=opaque", Searchset.Page(9, Next, Searchset.Claim("2")));
        var claims = await ClaimsOf(server);
        Assert.True(claims.Completeness.CutOff);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task The_page_limit_cuts_off()
    {
        var server = new FakeRecordServer().Searched("ExplanationOfBenefit", Searchset.Page(9, "https://records.example/fhir?p=2", Searchset.Claim("1")))
            .Continued("/fhir?p=2", Searchset.Page(9, "https://records.example/fhir?p=3", Searchset.Claim("2")));
        var claims = await ClaimsOf(server, options => options.MaxPages = 2);
        Assert.Equal(2, claims.Value!.Count);
        Assert.True(claims.Completeness.CutOff);
    }

    [Fact]
    public async Task A_total_larger_than_what_arrived_is_not_whole()
    {
        var claims = await ClaimsOf(new FakeRecordServer().Searched("ExplanationOfBenefit", Searchset.Page(7, null, Searchset.Claim("1"))));
        Assert.Equal((1, 7, false, false),
            (claims.Completeness.Shown, claims.Completeness.Stated!.Value, claims.Completeness.CutOff, claims.Completeness.Whole));
    }

    [Fact]
    public async Task Without_a_total_a_list_without_next_is_whole()
    {
        var claims = await ClaimsOf(new FakeRecordServer().Searched("ExplanationOfBenefit", Searchset.Page(null, null, Searchset.Claim("1"))));
        Assert.Null(claims.Completeness.Stated);
        Assert.True(claims.Completeness.Whole);
    }

    [Fact]
    public async Task Includes_and_warnings_are_not_counted()
    {
        var claims = await ClaimsOf(new FakeRecordServer().Searched("ExplanationOfBenefit", Searchset.Entries(1, null,
            """{"resource":{"resourceType":"Organization","id":"o","name":"The Clinic"},"search":{"mode":"include"} }""",
            """{"resource":{"resourceType":"OperationOutcome","issue":[{"diagnostics":"amy was here"}]},"search":{"mode":"outcome"} }""",
            """{"resource":{"resourceType":"OperationOutcome","id":"oo"} }""",
            $$"""{"resource":{{Searchset.Claim("1", more: ""","provider":{"reference":"Organization/o"}""")}} }""")));
        Assert.Equal("The Clinic", Assert.Single(claims.Value!).Provider);
        Assert.Equal(new Completeness(1, 1, 0, 0, false), claims.Completeness);
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Links_that_expired_are_tried_once_more_from_the_start(HttpStatusCode gone)
    {
        var server = new FakeRecordServer()
            .Searched("ExplanationOfBenefit", Searchset.Page(2, Next, Searchset.Claim("1")))
            .Continued("/fhir?page=2&token=opaque", "", gone)
            .Searched("ExplanationOfBenefit", Searchset.Page(2, "https://records.example/fhir?page=2&token=fresh", Searchset.Claim("1")))
            .Continued("/fhir?page=2&token=fresh", Searchset.Page(2, null, Searchset.Claim("2")));
        var claims = await ClaimsOf(server);
        Assert.Equal(["1", "2"], claims.Value!.Select(claim => claim.Id));
        Assert.True(claims.Completeness.Whole);
    }

    [Fact]
    public async Task Links_that_expire_again_leave_the_list_cut_off()
    {
        var server = new FakeRecordServer();
        for (var time = 0; time < 2; time++)
        {
            server.Searched("ExplanationOfBenefit", Searchset.Page(2, Next, Searchset.Claim("1")))
                .Continued("/fhir?page=2&token=opaque", "", HttpStatusCode.Gone);
        }
        var claims = await ClaimsOf(server);
        Assert.Single(claims.Value!);
        Assert.True(claims.Completeness.CutOff);
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.OK)]
    public async Task A_later_page_that_fails_leaves_what_arrived(HttpStatusCode status)
    {
        var claims = await ClaimsOf(new FakeRecordServer()
            .Searched("ExplanationOfBenefit", Searchset.Page(2, Next, Searchset.Claim("1")))
            .Continued("/fhir?page=2&token=opaque", "<html>sign in</html>", status));
        Assert.Single(claims.Value!);
        Assert.True(claims.Completeness.CutOff);
    }

    private static async Task<Fetched<IReadOnlyList<Claim>>> ClaimsOf(FakeRecordServer server, Action<RecordSystemOptions>? adjust = null)
    {
        using var record = new TheirRecord(server, adjust: adjust);
        return await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken);
    }
}
