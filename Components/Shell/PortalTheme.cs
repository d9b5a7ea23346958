using System.Text.RegularExpressions;
using MudBlazor;

namespace PrivacyPortal.Components.Shell;

/// <summary>The look of the portal in one place: colours, type scale, corners and spacing, for light and for dark.</summary>
/// <remarks>
/// The content security policy allows no inline style element, so the theme is a stylesheet of the portal's own (<see cref="Css"/>), and
/// dark follows the reader's system setting without a script. Every text colour has at least 4.5:1 on the surfaces it stands on.
/// </remarks>
public static partial class PortalTheme
{
    private static readonly string[] Family = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "sans-serif"];

    private const string Tokens = """
        :root{--space-1:.25rem;--space-2:.5rem;--space-3:.75rem;--space-4:1rem;--space-5:1.5rem;--space-6:2rem;--space-7:3rem;--space-8:4.5rem;
        --text-small:.875rem;--text-body:1.0625rem;--text-large:1.25rem;--text-figure:clamp(1.75rem,1.4rem + 1.6vw,2.5rem);
        --radius-small:8px;--radius:16px;--measure:68ch;--wide:72rem}

        """;

    internal static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5860",
            PrimaryContrastText = "#ffffff",
            Secondary = "#7a4b12",
            Tertiary = "#3d5a80",
            Background = "#f6f4ef",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#1c2b30",
            DrawerBackground = "#ffffff",
            TextPrimary = "#1c2b30",
            TextSecondary = "#4a5b61",
            LinesDefault = "#dcd8ce",
            Divider = "#dcd8ce",
            TableLines = "#e6e2d8",
            Info = "#1f5f8b",
            Success = "#2c6b3f",
            Warning = "#8a5200",
            Error = "#a3262a",
            ActionDefault = "#4a5b61",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#84d3d3",
            PrimaryContrastText = "#06282b",
            Secondary = "#e9b872",
            Tertiary = "#a9c4e8",
            Background = "#0f1618",
            Surface = "#182225",
            AppbarBackground = "#131c1f",
            AppbarText = "#e7eeee",
            DrawerBackground = "#131c1f",
            TextPrimary = "#e7eeee",
            TextSecondary = "#a9b9bc",
            LinesDefault = "#2d3b3f",
            Divider = "#2d3b3f",
            TableLines = "#263337",
            Info = "#8cc4ea",
            Success = "#8fd19e",
            Warning = "#f0bd6a",
            Error = "#ffa8a3",
            ErrorContrastText = "#3b0a0a",
            ActionDefault = "#a9b9bc",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Family, FontSize = "1.0625rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Family, FontSize = "1rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
    };

    /// <summary>The whole theme as a stylesheet, to be served from the portal's own origin.</summary>
    public static string Css() => Tokens + Rules(dark: false) + "\n@media (prefers-color-scheme: dark){" + Rules(dark: true) + "}\n";

    private static string Rules(bool dark) => StyleTag().Replace(new Sheet(Theme, dark).Write(), "").Trim();

    [GeneratedRegex("</?style[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex StyleTag();

    // MudBlazor writes its theme as a style element and in no other form: this reads the same rules without rendering one.
    private sealed class Sheet : MudThemeProvider
    {
#pragma warning disable BL0005, MUD0012 // it is never rendered, so nobody else sets its parameters
        public Sheet(MudTheme theme, bool dark) => (Theme, IsDarkMode) = (theme, dark);
#pragma warning restore BL0005, MUD0012

        public string Write() => BuildTheme();
    }
}
