using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Sessions;

/// <summary>A browser and its device in a closed set of words: what the browser says of itself is read once and not kept (C11).</summary>
public static class DeviceWords
{
    // the first that fits: every browser also names those it descends from
    private static readonly (string Mark, BrowserKind Kind)[] Browsers =
    [
        ("Edg", BrowserKind.Edge), ("OPR/", BrowserKind.Opera), ("SamsungBrowser", BrowserKind.SamsungInternet), ("Firefox", BrowserKind.Firefox), ("FxiOS", BrowserKind.Firefox),
        ("Chrome", BrowserKind.Chrome), ("CriOS", BrowserKind.Chrome), ("Safari", BrowserKind.Safari),
    ];

    private static readonly (string Mark, DeviceKind Kind)[] Devices =
    [
        ("iPhone", DeviceKind.IPhone), ("iPad", DeviceKind.IPad), ("Android", DeviceKind.Android), ("CrOS", DeviceKind.ChromeOs), ("Windows", DeviceKind.Windows),
        ("Macintosh", DeviceKind.Mac), ("Linux", DeviceKind.Linux),
    ];

    /// <summary>The kinds that a User-Agent header names.</summary>
    public static (BrowserKind Browser, DeviceKind Device) Read(string? userAgent) =>
        (First(Browsers, userAgent), First(Devices, userAgent));

    /// <summary>Such as "Chrome on Windows".</summary>
    public static string Say(BrowserKind browser, DeviceKind device)
    {
        var name = browser switch
        {
            BrowserKind.Unknown => "A browser",
            BrowserKind.SamsungInternet => "Samsung Internet",
            _ => browser.ToString(),
        };
        return device switch
        {
            DeviceKind.Unknown => name,
            DeviceKind.IPhone => $"{name} on an iPhone",
            DeviceKind.IPad => $"{name} on an iPad",
            DeviceKind.Mac => $"{name} on a Mac",
            DeviceKind.ChromeOs => $"{name} on a Chromebook",
            _ => $"{name} on {device}",
        };
    }

    private static T First<T>((string Mark, T Kind)[] known, string? userAgent) where T : struct =>
        userAgent is null ? default : known.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Kind;
}
