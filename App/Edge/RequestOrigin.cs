namespace PrivacyPortal.App.Edge;

/// <summary>What the browser says about the page that made a request. Pages cannot write these headers; programs can, but have no one else's cookies.</summary>
internal static class RequestOrigin
{
    /// <summary>Whether the request says that a page of the address it was sent to made it.</summary>
    internal static bool SaysOurOrigin(this HttpRequest request) =>
        request.Headers.Origin is [{ } origin] && Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && from.Scheme == request.Scheme && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same for a form: the policy of these pages is to send no referrer, and then a browser gives a form no origin but says how far it came.</summary>
    internal static bool IsFromOurPage(this HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is [{ } site] ? site == "same-origin" : request.SaysOurOrigin();
}
