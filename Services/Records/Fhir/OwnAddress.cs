namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>The configured base address, and what lies under it: only that is asked, and only that is taken for a local reference.</summary>
internal sealed class OwnAddress
{
    public OwnAddress(string baseUrl) => Base = new Uri(baseUrl.Trim().TrimEnd('/') + "/", UriKind.Absolute);

    public Uri Base { get; }

    /// <summary>The address of a next link, when it is on the same scheme, host, port and base path; null for any other.</summary>
    public Uri? Next(string link) =>
        Uri.TryCreate(Base, link, out var address) && IsUnder(address) ? address : null;

    /// <summary><c>Type/id</c> for a relative reference, or an absolute one at this base, versioned or not; null for any other.</summary>
    public string? Local(string reference)
    {
        var path = reference;
        if (reference.Contains(':', StringComparison.Ordinal))
        {
            if (!Uri.TryCreate(reference, UriKind.Absolute, out var address) || !IsUnder(address) || address.Query.Length > 0 || address.Fragment.Length > 0)
                return null;
            path = address.AbsolutePath[Base.AbsolutePath.Length..];
        }
        return path.Split('/') switch
        {
            [{ Length: > 0 } type, { Length: > 0 } id] => $"{type}/{id}",
            [{ Length: > 0 } type, { Length: > 0 } id, "_history", { Length: > 0 }] => $"{type}/{id}",
            _ => null,
        };
    }

    private bool IsUnder(Uri address) =>
        address.Scheme == Base.Scheme
        && string.Equals(address.IdnHost, Base.IdnHost, StringComparison.OrdinalIgnoreCase)
        && address.Port == Base.Port
        && address.UserInfo.Length == 0
        // a next link may be the base itself with a query
        && (address.AbsolutePath.StartsWith(Base.AbsolutePath, StringComparison.Ordinal) || address.AbsolutePath + "/" == Base.AbsolutePath);
}
