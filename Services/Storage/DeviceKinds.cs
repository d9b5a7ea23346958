namespace PrivacyPortal.Services.Storage;

/// <summary>A browser as its owner would call it.</summary>
public enum BrowserKind
{
    Unknown,
    Chrome,
    Edge,
    Firefox,
    Safari,
    Opera,
    SamsungInternet,
}

/// <summary>A device as its owner would call it.</summary>
public enum DeviceKind
{
    Unknown,
    Windows,
    Mac,
    Linux,
    ChromeOs,
    Android,
    IPhone,
    IPad,
}
