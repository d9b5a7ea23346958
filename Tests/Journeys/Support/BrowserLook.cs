using Microsoft.Playwright;

namespace PrivacyPortal.Journeys.Support;

/// <summary>How someone's browser shows pages: its width, and light or dark.</summary>
public sealed record BrowserLook(int Width, ColorScheme Scheme)
{
    internal static BrowserLook Usual { get; } = new(1280, ColorScheme.Light);

    internal int Height => Width < 600 ? 844 : 900;
}
