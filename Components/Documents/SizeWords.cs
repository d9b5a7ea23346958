using PrivacyPortal.Components.Shared;

namespace PrivacyPortal.Components.Documents;

/// <summary>How large a document is, in words.</summary>
internal static class SizeWords
{
    internal static string Say(long? bytes) => bytes switch
    {
        null => T("size not stated"),
        < 1024 => Words.Count((int)bytes, T("byte"), T("bytes")),
        < 1024 * 1024 => T("{0} KB", ((bytes.Value + 512) / 1024).ToString("N0", Words.Culture)),
        _ => T("{0} MB", (bytes.Value / 1048576.0).ToString("0.#", Words.Culture)),
    };
}
