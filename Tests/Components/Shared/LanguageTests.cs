using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Care;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Shared;

/// <summary>What is said follows the reader's language, and a circuit's language follows it to whatever thread draws.</summary>
[Trait("clause", "C24")]
public sealed class LanguageTests : PageContext
{
    [Theory]
    [InlineData("1954", "1954")]
    [InlineData("1954-06", "junio de 1954")]
    [InlineData("1954-06-13", "13 de junio de 1954")]
    public void A_date_is_said_in_Spanish(string source, string words) => InSpanish(() => Assert.Equal(words, DateWords.Say(PartialDate.Parse(source)!.Value)));

    [Fact]
    public void Ranges_moments_amounts_and_labels_are_said_in_Spanish() => InSpanish(() =>
    {
        Assert.Equal("enero de 2024 a 5 de marzo de 2024", DateWords.Say(new TimeRange(PartialDate.Parse("2024-01"), PartialDate.Parse("2024-03-05"))));
        Assert.StartsWith("13 de junio de 1954, ", MomentWords.Say(new DateTimeOffset(1954, 6, 13, 10, 2, 0, TimeSpan.Zero), Clock), StringComparison.Ordinal);
        Assert.Equal("$1,234,567.80", MoneyWords.Say(new Money(1234567.8m, "USD")));
        Assert.Equal("salud mental, VIH", SensitiveWords.Say(Sensitivity.BehavioralHealth | Sensitivity.Hiv));
        Assert.Equal("1954-06-13", DateWords.Machine(PartialDate.Parse("1954-06-13")!.Value));
        Assert.All(Enum.GetValues<Refusal>(), refusal => Assert.DoesNotMatch("\\b(the|this|your)\\b", ProblemWords.Say(refusal)));
    });

    [Fact]
    public async Task A_circuit_keeps_its_language_on_a_thread_that_speaks_another()
    {
        var (spanish, other) = (Dispatcher.CreateDefault(), Dispatcher.CreateDefault());
        await spanish.InvokeAsync(() => InSpanish(CircuitLanguage.Keep));
        await Task.Run(async () =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
            Assert.Equal("reservado", await spanish.InvokeAsync(() => Words.Withheld));
            Assert.Equal("withheld", await other.InvokeAsync(() => Words.Withheld));
            Assert.Equal("withheld", Words.Withheld);
        }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_circuit_in_English_stays_so_when_a_Spanish_connection_returns_to_it()
    {
        var circuit = Dispatcher.CreateDefault();
        await circuit.InvokeAsync(CircuitLanguage.Keep);
        InSpanish(() => Assert.Equal("reservado", Words.Withheld));
        await circuit.InvokeAsync(() => InSpanish(() => Assert.Equal("withheld", Words.Withheld)));
    }

    [Fact]
    public async Task Outside_of_a_circuit_no_language_can_be_kept() =>
        await Task.Run(() => Assert.Throws<InvalidOperationException>(CircuitLanguage.Keep), TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_a_change_from_outside_makes_a_page_draw_is_in_the_page_s_language()
    {
        Records.Has(new MedicationOrder("m1", Sensitivity.None) { Medicine = new Coded("Lisinopril", null, null), Status = "active" });
        await Renderer.Dispatcher.InvokeAsync(() => InSpanish(CircuitLanguage.Keep));
        var page = Render<MedicationsPage>();
        Assert.Equal("Todo en orden: se muestra todo lo que se pidió.", Text(page, "page-status"));
        await Task.Run(Visit.Wipe, TestContext.Current.CancellationToken);
        page.WaitForAssertion(() => Assert.Equal("Lo que mostraba esta página se ha quitado.", Text(page, "page-status")));
    }

    [Fact]
    public void A_phrase_puts_what_it_holds_where_the_language_wants_it()
    {
        var phrase = Render<Phrase>(with => with.Add(one => one.Text, "b {1} a {0}.").Add(one => one.First, "<i>1</i>").Add(one => one.Second, "<b>2</b>"));
        phrase.MarkupMatches("b <b>2</b> a <i>1</i>.");
    }

    private static void InSpanish(Action act)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        try
        {
            act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
