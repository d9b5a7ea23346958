using Bunit;
using PrivacyPortal.Components.Results;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Results;

public sealed class ResultsPageTests : PageContext
{
    private static Observation Result(string name, string category, ObservedValue? value = null) => new(name, Sensitivity.None)
    {
        Name = new Coded(name, null, null),
        Categories = [new Coded(null, category, null)],
        Status = "final",
        Value = value,
    };

    [Fact]
    public void A_value_keeps_its_scale_and_an_absent_one_says_why()
    {
        Records.Has(
            Result("A1c", "laboratory", new ObservedValue("6.10 %", 6.1m, "%")),
            Result("Weight", "vital-signs", new ObservedValue(null, Absent: new Coded("Asked but declined", null, null))),
            Result("Note", "survey"));
        Assert.Equal(["6.10 %", "no value: Asked but declined", "not stated"], Texts(Render<ResultsPage>(), "result-value"));
    }

    [Fact]
    public void A_panel_shows_each_of_its_parts()
    {
        Records.Has(Result("Blood pressure", "vital-signs") with
        {
            Parts = [new(new Coded("Systolic", null, null), new ObservedValue("128 mm[Hg]"), []), new(new Coded("Diastolic", null, null), null, [])],
        });
        Assert.Equal("Systolic: 128 mm[Hg] Diastolic: not stated", Text(Render<ResultsPage>(), "result-value"));
    }

    [Fact]
    public void Text_and_category_narrow_the_table_and_the_count_says_so()
    {
        Records.Has([.. Enumerable.Range(0, 5000).Select(n => Result(n % 2 == 0 ? "Glucose" : "Körpergröße", n % 5 == 0 ? "laboratory" : "vital-signs"))]);
        var page = Render<ResultsPage>();
        Assert.Equal("5,000 results", Text(page, "results-count"));
        page.Find("[data-testid=results-text]").Input("korper");
        Assert.Equal("2,500 of 5,000 results", Text(page, "results-count"));
        page.Find("[data-testid=results-category]").Change("laboratory");
        Assert.Equal("500 of 5,000 results", Text(page, "results-count"));
    }
}
