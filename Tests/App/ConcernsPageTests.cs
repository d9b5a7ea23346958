using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App;

/// <summary>The page of comments and concerns as a browser without scripts sees it, signed in or not.</summary>
[Trait("clause", "C21")]
[Trait("clause", "C22")]
public sealed partial class ConcernsPageTests
{
    private const string Text = "Why a quetzal? <b>\"x\"</b> ñ";

    [Fact]
    public async Task A_visitor_comments_on_a_clause_gets_number_date_and_word_and_looks_it_up()
    {
        var letters = new ConcernLetters(TimeProvider.System);
        await using var portal = await PortalHost.StartAsync(services: services => services.AddSingleton<IConcernWords>(letters));
        using var visitor = portal.NewBrowser();
        Assert.Matches("<option value=\"C12\"[^>]* selected", await visitor.ReadAsync("/concerns?clause=C12"));
        var answer = await visitor.PostFormAsync("/concerns?clause=C12", Fields(about: "C12"), handler: "write");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        var (number, word) = (Number().Match(page).Value, Word().Match(page).Value);
        Assert.Contains("December 24, 2026", page, StringComparison.Ordinal);
        Assert.StartsWith("Comment about clause C12", Assert.Single(letters.Written).Words, StringComparison.Ordinal);
        Assert.Contains("17 Elm Street", letters.Written[0].Words, StringComparison.Ordinal);
        Assert.DoesNotContain("quetzal", page, StringComparison.Ordinal);
        var found = await (await visitor.PostFormAsync("/concerns", new() { ["Number"] = number, ["Word"] = word }, handler: "look")).Content.ReadAsStringAsync();
        Assert.Contains("data-state=\"Raised\"", found, StringComparison.Ordinal);
        Assert.DoesNotContain(word, found, StringComparison.Ordinal);
        var not = await (await visitor.PostFormAsync("/concerns", new() { ["Number"] = number, ["Word"] = "0000-0000-0000-0000" }, handler: "look")).Content.ReadAsStringAsync();
        Assert.Contains("look-refused", not, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_is_asked_for_no_address_and_sees_a_list_of_their_own()
    {
        var letters = new ConcernLetters(TimeProvider.System);
        await using var portal = await PortalHost.StartAsync(services: services => services.AddSingleton<IConcernWords>(letters));
        using var member = await portal.SignedInAsync("member-1");
        Assert.DoesNotContain("data-testid=\"reach\"", await member.ReadAsync("/concerns"), StringComparison.Ordinal);
        var page = await (await member.PostFormAsync("/concerns", Fields(about: ""), handler: "write")).Content.ReadAsStringAsync();
        Assert.DoesNotMatch(Word(), page);
        Assert.Contains("data-testid=\"own-concern\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("17 Elm Street", letters.Written[0].Words, StringComparison.Ordinal);
        Assert.Equal("p1", letters.Written[0].Subject!.Value.Value);
    }

    [Fact]
    [Trait("clause", "C24")]
    public async Task Without_the_record_system_nothing_is_taken_and_what_was_typed_stays()
    {
        await using var portal = await PortalHost.StartAsync(); // none is arranged
        using var visitor = portal.NewBrowser();
        var before = (await portal.AuditAsync()).Count;
        var page = await (await visitor.PostFormAsync("/concerns", Fields(about: "C7"), handler: "write")).Content.ReadAsStringAsync();
        Assert.Contains("concern-refused", page, StringComparison.Ordinal);
        Assert.Contains("nothing was taken", page, StringComparison.Ordinal);
        Assert.Contains(Text, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("17 Elm Street", page, StringComparison.Ordinal);
        Assert.Matches("<option value=\"C7\"[^>]* selected", page);
        Assert.DoesNotMatch(Number(), page);
        await using var db = portal.Store();
        Assert.Empty(db.Concerns);
        Assert.Equal(before, (await portal.AuditAsync()).Count);
    }

    [Fact]
    [Trait("clause", "C24")]
    public async Task Errors_stand_where_they_were_typed()
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.NewBrowser();
        var (fields, empty) = (Fields(about: "C7"), Fields(about: "C99"));
        fields["Text"] = new string('x', 4001);
        empty["Text"] = "some words";
        var page = await (await visitor.PostFormAsync("/concerns", fields, handler: "write")).Content.ReadAsStringAsync();
        Assert.Contains("href=\"#Text\"", page, StringComparison.Ordinal);
        Assert.Contains("text-error", page, StringComparison.Ordinal);
        Assert.Contains(fields["Text"], page, StringComparison.Ordinal);
        Assert.Contains("href=\"#About\"", await (await visitor.PostFormAsync("/concerns", empty, handler: "write")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_are_answered_with_429_when_to_come_back_and_a_sentence()
    {
        var settings = new Dictionary<string, string?> { ["Limits:ConcernsPerTenMinutes"] = "2" };
        await using var portal = await PortalHost.StartAsync(settings);
        using var visitor = portal.NewBrowser();
        HttpResponseMessage answer = null!;
        for (var i = 0; i < 3; i++)
            answer = await visitor.PostFormAsync("/concerns", new() { ["Number"] = "C-0000-0000", ["Word"] = "0000-0000-0000-0000" }, handler: "look");
        Assert.Equal((HttpStatusCode.TooManyRequests, "600"), (answer.StatusCode, answer.Headers.GetValues("Retry-After").Single()));
        Assert.Contains("Nothing was taken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/concerns")).StatusCode);
    }

    [Fact]
    public async Task The_page_prints_as_a_letter_names_the_telephone_and_says_that_nobody_is_worse_off()
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.NewBrowser();
        var page = await visitor.ReadAsync("/concerns?clause=C5");
        var paper = page[page.IndexOf("class=\"letter-paper\"", StringComparison.Ordinal)..];
        Assert.Contains("<strong>C5</strong>", paper, StringComparison.Ordinal);
        Assert.Contains("<address", paper, StringComparison.Ordinal);
        Assert.Equal(16, paper.Split("write-line").Length - 1);
        Assert.Contains("no-retaliation", page, StringComparison.Ordinal);
        Assert.Contains("1-800-555-0142", page, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Fields(string about) => new() { ["Kind"] = "Comment", ["About"] = about, ["Text"] = Text, ["Reach"] = "17 Elm Street" };

    [GeneratedRegex("C-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Number();

    [GeneratedRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Word();
}
