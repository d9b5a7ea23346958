using System.Net;
using System.Text;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Tests.Services.Records;

public sealed class AnswersTests
{
    private const string Search = "POST /fhir/ExplanationOfBenefit/_search";

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, RecordProblem.PortalRefused)]
    [InlineData(HttpStatusCode.Forbidden, RecordProblem.Unavailable)]
    [InlineData(HttpStatusCode.NotFound, RecordProblem.Unavailable)]
    [InlineData(HttpStatusCode.Gone, RecordProblem.Unavailable)]
    [InlineData(HttpStatusCode.TooManyRequests, RecordProblem.Busy)]
    [InlineData(HttpStatusCode.ServiceUnavailable, RecordProblem.Busy)]
    [InlineData(HttpStatusCode.InternalServerError, RecordProblem.Failed)]
    [InlineData(HttpStatusCode.BadGateway, RecordProblem.Failed)]
    [InlineData(HttpStatusCode.BadRequest, RecordProblem.Failed)]
    [InlineData(HttpStatusCode.Redirect, RecordProblem.Unreadable)]
    [InlineData(HttpStatusCode.NoContent, RecordProblem.Unreadable)]
    public async Task A_status_is_a_problem_of_the_portals_own_words(HttpStatusCode status, RecordProblem problem)
    {
        const string outcome = """{"resourceType":"OperationOutcome","issue":[{"severity":"error","diagnostics":"Patient/amy has HIV"}]}""";
        Assert.Equal(problem, (await ClaimsOf(new FakeRecordServer().On(Search, outcome, status))).Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("<!doctype html><html><body>Sign in</body></html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"resourceType":"OperationOutcome","issue":[]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"transaction-response","entry":[]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":{}}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","link":{"relation":"next"}}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset"} trailing""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[],"entry":[]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset"/*comment*/}""")]
    public async Task An_answer_that_is_no_searchset_is_unreadable(string body) =>
        Assert.Equal(RecordProblem.Unreadable, (await ClaimsOf(new FakeRecordServer().On(Search, body))).Problem);

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"searchset"}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":0,"entry":[]}""")]
    [InlineData("""{"resourceType":"Bundle","total":"none","type":"searchset","unknown":{"deep":[[]]}}""")]
    [InlineData("\uFEFF{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}")]
    public async Task A_searchset_without_entries_is_an_empty_list(string body)
    {
        var claims = await ClaimsOf(new FakeRecordServer().On(Search, body));
        Assert.Empty(claims.Value!);
        Assert.True(claims.Completeness.Whole);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_too_large_is_not_read(bool lengthStated)
    {
        var body = Encoding.UTF8.GetBytes(Searchset.Of(Searchset.Claim("1", more: $$""","disposition":"{{new string('x', 5000)}}" """)));
        HttpContent content = lengthStated ? new ByteArrayContent(body) : new StreamContent(new SlowlyGivenStream(body));
        var server = new FakeRecordServer().On(Search, _ => Task.FromResult(new HttpResponseMessage { Content = content }));
        Assert.Equal(RecordProblem.Unreadable, (await ClaimsOf(server, options => options.MaxBytesPerAnswer = 4096)).Problem);
    }

    [Fact]
    public async Task An_answer_that_comes_in_small_pieces_is_read()
    {
        var body = Encoding.UTF8.GetBytes(Searchset.Of([.. Enumerable.Range(1, 900).Select(n => Searchset.Claim($"c{n}"))]));
        var server = new FakeRecordServer().On(Search, _ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new SlowlyGivenStream(body)) }));
        Assert.Equal(900, (await ClaimsOf(server)).Value!.Count);
    }

    [Fact]
    public async Task No_connection_is_unreachable() => Assert.Equal(RecordProblem.Unreachable,
        (await ClaimsOf(new FakeRecordServer().On(Search, _ => throw new HttpRequestException("records.example said something about amy")))).Problem);

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_unreachable()
    {
        var server = new FakeRecordServer().On(Search, _ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) }));
        Assert.Equal(RecordProblem.Unreachable, (await ClaimsOf(server)).Problem);
    }

    [Fact]
    public async Task A_section_that_takes_too_long_is_too_slow()
    {
        using var record = new TheirRecord(new FakeRecordServer().On(Search, Never));
        var fetching = record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken);
        record.Clock.Advance(TimeSpan.FromSeconds(7.9));
        Assert.False(fetching.IsCompleted);
        record.Clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(RecordProblem.TooSlow, (await fetching).Problem);
    }

    [Fact]
    public async Task The_time_is_for_all_pages_together()
    {
        using var record = new TheirRecord(new FakeRecordServer()
            .Searched("ExplanationOfBenefit", Searchset.Page(2, "https://records.example/fhir?p=2", Searchset.Claim("1"))).On("GET /fhir?p=2", Never));
        var fetching = record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken);
        record.Clock.Advance(TimeSpan.FromSeconds(8));
        var claims = await fetching;
        Assert.Single(claims.Value!);
        Assert.True(claims.Completeness.CutOff);
    }

    [Fact]
    public async Task A_caller_who_stops_is_told_so()
    {
        using var record = new TheirRecord(new FakeRecordServer().On(Search, Never));
        using var stop = new CancellationTokenSource();
        var fetching = record.Client.ClaimsAsync(record.Grant(Category.Claims), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    private static async Task<HttpResponseMessage> Never(CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel);
        throw new InvalidOperationException("never comes to this");
    }

    private static async Task<Fetched<IReadOnlyList<Claim>>> ClaimsOf(FakeRecordServer server, Action<RecordSystemOptions>? adjust = null)
    {
        using var record = new TheirRecord(server, adjust: adjust);
        return await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken);
    }

    private sealed class SlowlyGivenStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer.Length > 777 ? buffer[..777] : buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broke off at amy's claim");
    }
}
