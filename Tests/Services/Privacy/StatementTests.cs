using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Privacy.Statement;

namespace PrivacyPortal.Tests.Services.Privacy;

public sealed class StatementTests
{
    private static readonly StatementText Text = new(Options.Create(new PlanOptions { Name = "Harbor Plan", Telephone = "1-800", TelephoneHours = "8 to 8", Post = { "PO Box 1", "Springfield" } }));

    public static TheoryData<string, string> Texts => [.. StatementVersions.All.SelectMany(version => new[] { (version.Id, "en"), (version.Id, "es") })];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_version_says_every_clause_once_in_order_and_no_blank_stays_open(string id, string language)
    {
        var clauses = Text.Clauses(StatementVersions.All.Single(version => version.Id == id), language);
        Assert.Equal(Clauses.All, clauses.Select(clause => clause.Id));
        Assert.All(clauses, clause => Assert.NotEmpty(clause.Paragraphs));
        Assert.All(clauses.SelectMany(clause => clause.Paragraphs), text => Assert.DoesNotContain("{", text, StringComparison.Ordinal));
        Assert.Contains("Harbor Plan", clauses[0].Paragraphs[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_is_in_force_from_its_day_on()
    {
        var clock = new FakeTimeProvider(new(2026, 10, 31, 12, 0, 0, TimeSpan.Zero));
        var versions = new StatementVersions(clock);
        Assert.Equal("2026-06", versions.Current.Id);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("2026-11", versions.Current.Id);
    }

    [Fact]
    public void What_changed_is_said_word_by_word_and_puts_both_texts_together_again()
    {
        var (before, after) = (Text.Clauses(StatementVersions.All[0], "en"), Text.Clauses(StatementVersions.All[1], "en"));
        var changes = StatementChange.Between(before, after);
        Assert.Equal(["C9", "C10", "C13", "C23", "C24"], changes.Select(change => change.Id));
        Assert.All(changes, change =>
        {
            Assert.Equal(before.Single(clause => clause.Id == change.Id).Paragraphs[0], Without(change, WordChange.Added));
            Assert.Equal(after.Single(clause => clause.Id == change.Id).Paragraphs[0], Without(change, WordChange.Removed));
        });
    }

    private static string Without(StatementChange change, WordChange kind) => string.Join(' ', change.Words.Where(part => part.Kind != kind).Select(part => part.Text));
}
