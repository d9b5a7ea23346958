using System.Text.Json;
using PrivacyPortal.Services.Coverage;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Coverage as <see cref="PlanCoverage"/>. Where its numbers and the Patient's disagree, the Coverage's own are shown.</summary>
internal static class CoverageReading
{
    public static PlanCoverage Read(Entry entry) => Read(entry, entry.Resource, entry.Id);

    /// <summary>Reads a coverage that stands by itself, or contained in the entry.</summary>
    public static PlanCoverage Read(Entry entry, JsonElement coverage, string id)
    {
        var classes = ClassesOf(coverage);
        var plan = Of(classes, "plan");
        var group = Of(classes, "group");
        var (subscriber, dependent) = (coverage.Text("subscriberId"u8), coverage.Text("dependent"u8));
        return new PlanCoverage(id, entry.Labels)
        {
            Status = coverage.Text("status"u8),
            Kind = Concepts.Read(coverage.Object("type"u8)),
            Payer = entry.NameOf(coverage.First("payor"u8)),
            PlanName = plan?.Name,
            PlanNumber = plan?.Value,
            GroupName = group?.Name,
            GroupNumber = group?.Value,
            MemberNumber = NumberOf(coverage) ?? (subscriber is null || dependent is null ? subscriber : $"{subscriber} {dependent}"),
            SubscriberNumber = subscriber,
            Dependent = dependent,
            Relationship = Concepts.Read(coverage.Object("relationship"u8)),
            SubscriberName = entry.NameOf(coverage.Object("subscriber"u8)),
            Network = coverage.Text("network"u8) ?? (Of(classes, "network") is { } network ? network.Name ?? network.Value : null),
            Period = Dates.Period(coverage.Object("period"u8)),
            Order = coverage.Whole("order"u8),
            Costs = CoverageCosts.Of(coverage),
            Classes = classes,
        };
    }

    private static CoverageClass? Of(IReadOnlyList<CoverageClass> classes, string code) => classes.FirstOrDefault(one => one.Kind?.Code == code);

    private static List<CoverageClass> ClassesOf(JsonElement coverage)
    {
        var classes = new List<CoverageClass>();
        foreach (var one in coverage.Items("class"u8))
            classes.Add(new CoverageClass(Concepts.Read(one.Object("type"u8)), one.Text("value"u8), one.Text("name"u8)));
        return classes;
    }

    private static string? NumberOf(JsonElement coverage)
    {
        foreach (var identifier in coverage.Items("identifier"u8))
        {
            if (Concepts.Has(identifier.Object("type"u8), "MB"u8) && identifier.Text("value"u8) is { } number)
                return number;
        }
        return null;
    }
}
