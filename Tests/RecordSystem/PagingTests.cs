using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.RecordSystem.Generate;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

[Collection(SampleServerTests.Name)]
public sealed class PagingTests(SampleServer samples)
{
    private static string Claims => $"ExplanationOfBenefit?patient={SampleServer.ManyClaimsPatient}&_sort=-created";

    [Fact]
    public async Task Following_the_next_links_gives_every_match_once_and_in_order()
    {
        var ids = new List<string>();
        var created = new List<string>();
        for (string? address = Claims + "&_count=500"; address is not null;)
        {
            var page = await samples.Server.GetAsync(address);
            Assert.Equal(SampleServer.ManyClaims, page.GetProperty("total").GetInt32());
            foreach (var resource in Resources(page))
            {
                ids.Add(resource.GetProperty("id").GetString()!);
                created.Add(resource.GetProperty("created").GetString()!);
            }

            address = Next(page);
        }

        Assert.Equal(SampleServer.ManyClaims, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(created.OrderDescending(StringComparer.Ordinal), created);
    }

    [Theory]
    [InlineData("", 100)]
    [InlineData("&_count=7", 7)]
    [InlineData("&_count=9999", 500)]
    [InlineData("&_count=0", 0)]
    public async Task A_page_is_as_long_as_asked_within_limits(string count, int expected)
    {
        var page = await samples.Server.GetAsync(Claims + count);
        Assert.Equal(expected, Resources(page).Count());
        Assert.Equal(expected > 0, Next(page) is not null);
    }

    [Fact]
    public async Task The_next_link_is_opaque_and_of_this_server()
    {
        var next = Next(await samples.Server.GetAsync(Claims + "&_count=5"))!;
        Assert.StartsWith($"{samples.Server.Address}?_page=", next, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleServer.ManyClaimsPatient, next, StringComparison.Ordinal);
        Assert.DoesNotContain("created", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_next_link_gives_the_same_page_again()
    {
        var next = Next(await samples.Server.GetAsync(Claims + "&_count=5"))!;
        Assert.Equal(Ids(await samples.Server.GetAsync(next)), Ids(await samples.Server.GetAsync(next)));
    }

    [Fact]
    public async Task An_unknown_page_is_gone()
    {
        using var answer = await samples.Server.Client.GetAsync(samples.Server.Address + "?_page=abc", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_is_gone_after_ten_minutes()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await WithFiveClaimsAsync(clock);
        var next = Next(await server.GetAsync("ExplanationOfBenefit?_count=2"))!;
        clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(2, Resources(await server.GetAsync(next)).Count());
        clock.Advance(TimeSpan.FromMinutes(0.2));
        using var answer = await server.Client.GetAsync(next, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task What_comes_in_between_pages_does_not_move_them()
    {
        await using var server = await WithFiveClaimsAsync(TimeProvider.System);
        var all = Ids(await server.GetAsync("ExplanationOfBenefit?_sort=_id"));
        var first = await server.GetAsync("ExplanationOfBenefit?_sort=_id&_count=2");
        new GeneratedPlan(3, 99, null, new DateOnly(2026, 6, 30)).WriteTo(server.Database, DateTimeOffset.UtcNow);
        var second = await server.GetAsync(Next(first)!);
        Assert.Equal(all.Take(4), Ids(first).Concat(Ids(second)));
        Assert.Equal(5, second.GetProperty("total").GetInt32());
    }

    private static async Task<RecordSystemServer> WithFiveClaimsAsync(TimeProvider clock)
    {
        var server = await RecordSystemServer.StartAsync(clock);
        new GeneratedPlan(1, 1, 5, new DateOnly(2026, 6, 30)).WriteTo(server.Database, DateTimeOffset.UtcNow);
        return server;
    }

    private static IEnumerable<JsonElement> Resources(JsonElement bundle) =>
        bundle.TryGetProperty("entry", out var entries) ? entries.EnumerateArray().Select(entry => entry.GetProperty("resource")) : [];

    private static List<string> Ids(JsonElement bundle) => [.. Resources(bundle).Select(resource => resource.GetProperty("id").GetString()!)];

    private static string? Next(JsonElement bundle) =>
        bundle.GetProperty("link").EnumerateArray().Where(link => link.GetProperty("relation").GetString() == "next").Select(link => link.GetProperty("url").GetString()).SingleOrDefault();
}
