using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Members;

/// <summary>The pages of a record that can be opened for someone at work, by what they are called and what of the record each shows.</summary>
public sealed record RecordPart(string Id, string Name, Categories Shows, Type Page)
{
    internal static IReadOnlyList<RecordPart> All { get; } =
    [
        new("identity", "Who it is", Categories.Identity, typeof(IdentityPart)),
        new("coverage", "Coverage", Categories.Coverage, typeof(Coverage.CoveragePage)),
        new("claims", "Claims", Categories.Claims, typeof(Claims.ClaimsPage)),
        new("care", "Care", Categories.Services | Categories.Clinical, typeof(Care.CarePage)),
        new("medications", "Medicines", Categories.Medications, typeof(Care.MedicationsPage)),
        new("results", "Results", Categories.Results, typeof(Results.ResultsPage)),
    ];

    /// <summary>Whether any of what it shows is open by these decisions.</summary>
    internal bool IsOpen(IEnumerable<AccessDecision> decisions) => decisions.Any(decision => decision.Allowed && Shows.Holds(decision.Request.Category));

    public override string ToString() => nameof(RecordPart);
}
