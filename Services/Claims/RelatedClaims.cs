namespace PrivacyPortal.Services.Claims;

/// <summary>Finds the claim that another one names as replaced or replacing, among the claims that are open already. Nothing is asked for.</summary>
public static class RelatedClaims
{
    public static Claim? Find(IReadOnlyList<Claim> claims, string? reference)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if (string.IsNullOrEmpty(reference))
            return null;
        var id = reference.StartsWith("ExplanationOfBenefit/", StringComparison.Ordinal) ? reference.Split('/')[1] : null;
        Claim? found = null;
        foreach (var claim in claims.Where(claim => id is null ? claim.Number == reference : claim.Id == id))
        {
            // the same number twice says not which one is meant
            if (found is not null)
                return null;
            found = claim;
        }
        return found;
    }
}
