using Bunit;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Values;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components.Shared;

public sealed class TextTests : PageContext
{
    [Fact]
    public void A_missing_amount_is_not_stated_and_never_zero() =>
        Assert.Equal("not stated", Render<MoneyText>().Find("span").TextContent);

    [Fact]
    public void A_stated_zero_is_zero() =>
        Assert.Equal("$0.00", Render<MoneyText>(p => p.Add(m => m.Value, SampleClaims.Dollars(0))).Find("span").TextContent);

    [Fact]
    public void A_partial_date_is_marked_up_as_partial()
    {
        var time = Render<DateText>(p => p.Add(d => d.Value, PartialDate.Parse("1954-06"))).Find("time");
        Assert.Equal(("1954-06", "June 1954"), (time.GetAttribute("datetime"), time.TextContent));
    }

    [Fact]
    public void A_missing_date_is_not_stated() => Assert.Equal("not stated", Render<DateText>().Find("span").TextContent);

    [Theory]
    [InlineData("Hypertension", "I10", false, "bdi", "Hypertension")]
    [InlineData(null, "I10", false, "code", "I10")]
    [InlineData("Hypertension", "I10", true, "span.absent", "withheld")]
    [InlineData(null, null, false, "span.absent", "not stated")]
    public void A_code_shows_its_words_else_its_code_else_why_not(string? text, string? code, bool masked, string element, string shown)
    {
        var drawn = Render<CodedText>(p => p.Add(c => c.Value, new Coded(text, code, null, masked)));
        Assert.Equal(shown, drawn.Find(element).TextContent);
        Assert.Equal(shown, drawn.Nodes.OfType<AngleSharp.Dom.IElement>().Single().TextContent);
    }

    [Fact]
    public void No_code_at_all_is_not_stated() => Assert.Equal("not stated", Render<CodedText>().Find("span").TextContent);

    [Theory]
    [InlineData("د. ليلى حداد")]
    [InlineData("María José Núñez")]
    [InlineData("Jr. 2nd O'Brien-ß")]
    public void A_name_stands_as_its_owner_writes_it_with_its_own_direction(string name) =>
        Assert.Equal(name, Render<NameText>(p => p.Add(n => n.Name, new PersonName(name))).Find("bdi").TextContent);

    [Fact]
    public void A_withheld_name_is_not_shown()
    {
        var drawn = Render<NameText>(p => p.Add(n => n.Name, new PersonName("Hidden Name", Masked: true)));
        Assert.Equal("withheld", drawn.Find("span").TextContent);
        Assert.DoesNotContain("Hidden", drawn.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><svg/onload=alert(1)>")]
    public void Markup_in_a_record_is_shown_as_text(string hostile)
    {
        foreach (var bdi in new[]
        {
            Render<CodedText>(p => p.Add(c => c.Value, new Coded(hostile, null, null))).Find("bdi"),
            Render<PlainText>(p => p.Add(c => c.Value, hostile)).Find("bdi"),
            Render<NameText>(p => p.Add(c => c.Name, new PersonName(hostile))).Find("bdi"),
        })
        {
            Assert.Equal(hostile, bdi.TextContent);
            Assert.Empty(bdi.Children);
        }
    }
}
