using PrivacyPortal.Services.Coverage;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>The coverage that a claim carries with it. Of the claim itself nothing is read: the grant is for coverage.</summary>
internal static class CoverageOnClaims
{
    /// <summary>The coverages contained in one claim, leaving out those of another beneficiary.</summary>
    public static IReadOnlyList<PlanCoverage>? Read(Entry entry)
    {
        var coverages = new List<PlanCoverage>();
        foreach (var contained in entry.Resource.Items("contained"u8))
        {
            if (contained.Is("resourceType"u8, "Coverage"u8) && entry.Whose.IsTheirs("Coverage", contained))
                coverages.Add(CoverageReading.Read(entry, contained, $"{entry.Id}#{contained.Text("id"u8)}") with { ReadFromClaims = true });
        }
        return coverages;
    }

    /// <summary>One coverage for each payer and type; the newest claim's stands for it.</summary>
    public static Gathered<PlanCoverage> Distinct(Gathered<IReadOnlyList<PlanCoverage>> claims)
    {
        var distinct = claims.Items.SelectMany(coverages => coverages)
            .DistinctBy(coverage => (coverage.Payer, coverage.Kind?.Label, coverage.PlanNumber, coverage.GroupNumber))
            .ToList();
        return new Gathered<PlanCoverage>(distinct, claims.Completeness with { Shown = distinct.Count, Stated = null }, claims.Problem);
    }
}
