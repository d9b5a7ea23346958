using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Takeaway;

namespace PrivacyPortal.Services.Members;

/// <summary>Every section of a record that the portal can open.</summary>
public static class Sections
{
    private static readonly Category[] Copied =
        [Category.Identity, Category.Coverage, Category.Claims, Category.Services, Category.Medications, Category.Clinical, Category.Results, Category.Documents];

    public static Section<MemberIdentity> Identity { get; } = new(Category.Identity, (r, g, c) => r.IdentityAsync(g, c));

    public static Section<IReadOnlyList<PlanCoverage>> Coverage { get; } = new(Category.Coverage, (r, g, c) => r.CoverageAsync(g, c));

    public static Section<IReadOnlyList<Claim>> Claims { get; } = new(Category.Claims, (r, g, c) => r.ClaimsAsync(g, c));

    public static Section<IReadOnlyList<Visit>> Visits { get; } = new(Category.Services, (r, g, c) => r.VisitsAsync(g, c));

    public static Section<IReadOnlyList<Procedure>> Procedures { get; } = new(Category.Services, (r, g, c) => r.ProceduresAsync(g, c));

    public static Section<IReadOnlyList<MedicationOrder>> Medications { get; } = new(Category.Medications, (r, g, c) => r.MedicationsAsync(g, c));

    public static Section<IReadOnlyList<Condition>> Conditions { get; } = new(Category.Clinical, (r, g, c) => r.ConditionsAsync(g, c));

    public static Section<IReadOnlyList<Allergy>> Allergies { get; } = new(Category.Clinical, (r, g, c) => r.AllergiesAsync(g, c));

    public static Section<IReadOnlyList<Immunization>> Immunizations { get; } = new(Category.Clinical, (r, g, c) => r.ImmunizationsAsync(g, c));

    public static Section<IReadOnlyList<CareTeam>> CareTeams { get; } = new(Category.Clinical, (r, g, c) => r.CareTeamsAsync(g, c));

    /// <summary>Everything of each category as it was written, for whom takes the record along.</summary>
    public static IReadOnlyList<Section<IReadOnlyList<RecordCopy>>> Copies { get; } =
        [.. Copied.Select(category => new Section<IReadOnlyList<RecordCopy>>(category, (r, g, c) => r.CopyAsync(category, g, c)))];

    public static Section<IReadOnlyList<Document>> Documents { get; } = new(Category.Documents, (r, g, c) => r.DocumentsAsync(g, c));

    /// <summary>What is in one document of the list. Each opening is decided and written into the audit by itself.</summary>
    public static Section<DocumentContent> ContentOf(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(Category.Documents, (r, g, c) => r.DocumentContentAsync(document.Id, g, c));
    }

    public static Section<IReadOnlyList<Observation>> Results { get; } = new(Category.Results, (r, g, c) => r.ResultsAsync(g, c));

    public static Section<IReadOnlyList<Message>> Messages { get; } = new(Category.Messages, (r, g, c) => r.MessagesAsync(g, c));
}
