using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Newest first, undated last, and as the source orders them where that says nothing.</summary>
internal static class Newest
{
    public static IReadOnlyList<T> First<T>(IEnumerable<T> items, Func<T, PartialDate?> date) =>
        [.. items.OrderBy(item => date(item) is null).ThenByDescending(date)];
}
