using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Components.Members;

/// <summary>The pages of a record that can be opened for someone at work, by what they are called and what of the record each shows.</summary>
public sealed record RecordPart(string Id, Func<string> Name, Categories Shows, Type Page)
{
    internal static IReadOnlyList<RecordPart> All { get; } =
    [
        new("identity", () => T("Who it is"), Categories.Identity, typeof(IdentityPart)),
        new("coverage", () => T("Coverage"), Categories.Coverage, typeof(Coverage.CoveragePage)),
        new("claims", () => T("Claims"), Categories.Claims, typeof(Claims.ClaimsPage)),
        new("care", () => T("Care"), Categories.Services | Categories.Clinical, typeof(Care.CarePage)),
        new("medications", () => T("Medicines"), Categories.Medications, typeof(Care.MedicationsPage)),
        new("results", () => T("Results"), Categories.Results, typeof(Results.ResultsPage)),
        new("documents", () => T("Documents"), Categories.Documents, typeof(Documents.DocumentsPage)),
        new("messages", () => T("Messages"), Categories.Messages, typeof(Components.Messages.MessagesPart)),
    ];

    /// <summary>Whether any of what it shows is open by these decisions.</summary>
    internal bool IsOpen(IEnumerable<AccessDecision> decisions) => decisions.Any(decision => decision.Allowed && Shows.Holds(decision.Request.Category));

    public override string ToString() => nameof(RecordPart);
}
