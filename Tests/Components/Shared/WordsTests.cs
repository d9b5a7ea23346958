using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Components.Shared;

public sealed class WordsTests
{
    [Theory]
    [InlineData("1954", "1954", "1954")]
    [InlineData("1954-06", "June 1954", "1954-06")]
    [InlineData("1954-06-13", "June 13, 1954", "1954-06-13")]
    [InlineData("2024-12-31T23:30:00-08:00", "December 31, 2024", "2024-12-31")]
    [InlineData("0099", "0099", "0099")]
    public void A_date_keeps_the_precision_it_was_stated_with(string source, string words, string machine)
    {
        var date = PartialDate.Parse(source)!.Value;
        Assert.Equal((words, machine), (DateWords.Say(date), DateWords.Machine(date)));
    }

    [Theory]
    [InlineData(null, null, "not stated")]
    [InlineData("2024-01-01", null, "from January 1, 2024")]
    [InlineData(null, "2024", "until 2024")]
    [InlineData("2024-01-01", "2024-01-01T10:00:00Z", "January 1, 2024")]
    [InlineData("2024-01", "2024-03-05", "January 2024 to March 5, 2024")]
    public void A_range_says_which_end_is_stated(string? start, string? end, string words) =>
        Assert.Equal(words, DateWords.Say(new TimeRange(PartialDate.Parse(start), PartialDate.Parse(end))));

    [Theory]
    [InlineData("0", "USD", "$0.00")]
    [InlineData("20.005", "USD", "$20.01")]
    [InlineData("20.004999999999", "USD", "$20.00")]
    [InlineData("-20.005", "USD", "\u2212$20.01")]
    [InlineData("-0.001", "USD", "$0.00")]
    [InlineData("1234567.8", "USD", "$1,234,567.80")]
    [InlineData("12", "EUR", "EUR\u00a012.00")]
    public void An_amount_is_rounded_to_cents_half_away_from_zero(string amount, string currency, string words) =>
        Assert.Equal(words, MoneyWords.Say(new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency)));

    [Theory]
    [InlineData(57, 57, 0, 0, false, null)]
    [InlineData(57, null, 0, 0, false, null)]
    [InlineData(56, 57, 0, 1, false, null)]
    [InlineData(40, 57, 0, 0, false, "40 of 57 shown: the record system did not send the rest.")]
    [InlineData(1200, null, 0, 0, true, "1,200 shown: the record system has more and did not send it.")]
    [InlineData(56, 57, 1, 0, false, "56 shown: 1 entry could not be read.")]
    public void An_incomplete_list_says_how(int shown, int? stated, int unreadable, int notTheirs, bool cutOff, string? words) =>
        Assert.Equal(words, ProblemWords.Say(new Completeness(shown, stated, unreadable, notTheirs, cutOff)));

    [Fact]
    public void Every_problem_and_refusal_has_a_sentence()
    {
        Assert.All(Enum.GetValues<RecordProblem>(), problem => Assert.EndsWith(".", ProblemWords.Say(problem), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<Refusal>(), refusal => Assert.EndsWith(".", ProblemWords.Say(refusal), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("clause", "C13")]
    public void Not_your_role_and_no_need_read_alike() =>
        Assert.Equal(ProblemWords.Say(Refusal.NotYourRole), ProblemWords.Say(Refusal.NoLiveNeed));

    [Fact]
    public void Every_sensitivity_label_is_named() =>
        Assert.Equal("mental health, HIV", SensitiveWords.Say(Sensitivity.BehavioralHealth | Sensitivity.Hiv));
}
