using System.Text;
using System.Text.Json.Nodes;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Records;

public sealed class MalformedEntriesTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("{}")]
    [InlineData("""{"resource":null}""")]
    [InlineData("""{"resource":[]}""")]
    [InlineData("""{"resource":{"resourceType":"ExplanationOfBenefit","patient":{"reference":"Patient/amy"}}}""")]
    [InlineData("""{"resource":{"resourceType":"ExplanationOfBenefit","id":"x","id":"y","patient":{"reference":"Patient/amy"}}}""")]
    [InlineData("""{"resource":{"resourceType":"ExplanationOfBenefit","id":"x","patient":{"reference":"Patient/bob","reference":"Patient/amy"}}}""")]
    [InlineData("""{"resource":{"resourceType":"ExplanationOfBenefit","id":"x","patient":{"reference":"Patient/amy"},"total":"none"}}""")]
    [InlineData("""{"resource":{"resourceType":"ExplanationOfBenefit","id":"x","patient":{"reference":"Patient/amy"},"total":[{"amount":{"value":"12"}}]}}""")]
    [InlineData("""{"resource":{"resourceType":"ExplanationOfBenefit","id":"x","patient":{"reference":"Patient/amy"},"total":[{"amount":{"value":1e400}}]}}""")]
    [InlineData("""{"resource":{"resourceType":"ExplanationOfBenefit","id":"x","patient":{"reference":"Patient/amy"},"meta":{"security":"R"}}}""")]
    [InlineData("""{"resource":{"resourceType":"ExplanationOfBenefit","id":"x","patient":{"reference":"Patient/amy"},"disposition":"\ud800"}}""")]
    [InlineData("""{"resource":{"resourceType":"ExplanationOfBenefit","id":"x","patient":"Patient/amy"}}""")]
    public async Task One_malformed_entry_is_counted_and_the_others_are_shown(string entry)
    {
        var claims = await ClaimsOf(Encoding.UTF8.GetBytes(Searchset.Entries(2, null, entry, $$"""{"resource":{{Searchset.Claim("good")}} }""")));
        Assert.Equal("good", Assert.Single(claims.Value!).Id);
        Assert.Equal(1, claims.Completeness.Unreadable);
        Assert.False(claims.Completeness.Whole);
    }

    [Fact]
    public async Task An_entry_that_is_not_UTF8_is_counted()
    {
        var page = Encoding.Latin1.GetBytes(Searchset.Of(Searchset.Claim("bad", more: ""","disposition":"Zürich" """), Searchset.Claim("good")));
        var claims = await ClaimsOf(page);
        Assert.Equal("good", Assert.Single(claims.Value!).Id);
        Assert.Equal(1, claims.Completeness.Unreadable);
    }

    [Fact]
    public async Task An_entry_nested_too_deep_is_counted()
    {
        var deep = new string('[', 100) + new string(']', 100);
        var claims = await ClaimsOf(Encoding.UTF8.GetBytes(Searchset.Of(Searchset.Claim("bad", more: $$""","extra":{{deep}}"""), Searchset.Claim("good"))));
        Assert.Equal(("good", 1), (Assert.Single(claims.Value!).Id, claims.Completeness.Unreadable));
    }

    [Fact]
    public async Task An_include_that_cannot_be_read_costs_its_name_only()
    {
        var claims = await ClaimsOf(Encoding.UTF8.GetBytes(Searchset.Entries(1, null,
            $$"""{"resource":{{Searchset.Claim("good", more: ""","provider":{"reference":"Organization/o","display":"As displayed"}""")}} }""",
            """{"resource":{"resourceType":"Organization","id":"o","name":["The Clinic"]},"search":{"mode":"include"} }""")));
        Assert.Equal("As displayed", Assert.Single(claims.Value!).Provider);
        Assert.True(claims.Completeness.Whole);
    }

    /// <summary>Every value of the published claims, one at a time, replaced by every other kind of JSON: the claim is read or counted, and nothing is thrown.</summary>
    [Fact]
    public async Task No_wrong_kind_of_value_anywhere_throws()
    {
        string[] files = ["EOBOral1", "EOBPharmacy1"];
        string[] kinds = ["null", "true", "1e999", "\"text\"", "[null]", "[7]", "{}", "[[{}]]"];
        var tried = 0;
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(RepositoryRoot.File("RecordSystem", "Samples", "carin-bb", $"ExplanationOfBenefit-{file}.json"), TestContext.Current.CancellationToken);
            var whole = JsonNode.Parse(text)!.AsObject();
            whole.Remove("text");
            foreach (var path in PathsOf(whole).Where(path => path.Count < 4 || path[1] is 0).ToList())
            {
                foreach (var kind in kinds)
                {
                    var copy = whole.DeepClone();
                    Replace(copy, path, JsonNode.Parse(kind));
                    var claims = await ClaimsOf(Encoding.UTF8.GetBytes(Searchset.Of(copy.ToJsonString())), member: "Patient1");
                    Assert.True(claims.Arrived);
                    Assert.InRange(claims.Completeness.Shown + claims.Completeness.Unreadable + claims.Completeness.NotTheirs, 0, 1);
                    tried++;
                }
            }
        }
        Assert.True(tried > 1000, $"only {tried} mutations");
    }

    [Fact]
    public async Task A_page_cut_short_anywhere_is_unreadable()
    {
        var page = Encoding.UTF8.GetBytes(Searchset.Page(1, "https://records.example/fhir?p=2", Searchset.Claim("one")));
        for (var length = 0; length < page.Length; length++)
            Assert.Equal(RecordProblem.Unreadable, (await ClaimsOf(page[..length])).Problem);
    }

    private static IEnumerable<List<object>> PathsOf(JsonNode? node, List<object>? to = null)
    {
        to ??= [];
        if (to.Count > 0)
            yield return to;
        IEnumerable<(object Step, JsonNode? Child)> children = node switch
        {
            JsonObject o => o.Select(p => ((object)p.Key, p.Value)),
            JsonArray a => a.Select((child, n) => ((object)n, child)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            foreach (var path in PathsOf(child, [.. to, step]))
                yield return path;
        }
    }

    private static void Replace(JsonNode root, List<object> path, JsonNode? with)
    {
        var parent = path.SkipLast(1).Aggregate(root, (node, step) => step is int n ? node[n]! : node[(string)step]!);
        if (path[^1] is int index)
            parent[index] = with;
        else
            parent[(string)path[^1]] = with;
    }

    private static async Task<Fetched<IReadOnlyList<Claim>>> ClaimsOf(byte[] page, string member = "amy")
    {
        using var record = new TheirRecord(new FakeRecordServer().On("POST /fhir/ExplanationOfBenefit/_search", page), member);
        return await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken);
    }
}
