using System.Globalization;
using System.Text;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>Text as it is compared: without case and without accents.</summary>
internal static class FoldedText
{
    public static string Of(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
