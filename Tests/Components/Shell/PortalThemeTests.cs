using PrivacyPortal.Components.Shell;

namespace PrivacyPortal.Tests.Components.Shell;

public sealed class PortalThemeTests
{
    private static readonly string Css = PortalTheme.Css();

    [Fact]
    public void The_theme_is_a_stylesheet_and_no_markup() => Assert.DoesNotContain('<', Css);

    [Fact]
    public void Dark_follows_the_reader_s_setting()
    {
        var dark = Css.IndexOf("@media (prefers-color-scheme: dark)", StringComparison.Ordinal);
        Assert.True(dark > 0);
        Assert.InRange(Css.IndexOf("--mud-palette-primary:", StringComparison.Ordinal), 0, dark);
        Assert.True(Css.IndexOf("--mud-palette-primary:", dark, StringComparison.Ordinal) > dark);
        Assert.Equal(Css.Count(c => c == '{'), Css.Count(c => c == '}'));
    }

    [Fact]
    [Trait("clause", "C15")]
    public void Nothing_is_fetched_from_elsewhere()
    {
        Assert.DoesNotContain("url(", Css, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", Css, StringComparison.OrdinalIgnoreCase);
    }
}
