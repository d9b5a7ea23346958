using Hl7.Fhir.Model;
using PrivacyPortal.Services.Values;
using FhirMoney = Hl7.Fhir.Model.Money;

namespace PrivacyPortal.Tests.Services.Records.Oracle;

/// <summary>What a read model should hold, taken from Firely's reading and not from the product's.</summary>
internal static class Expected
{
    public static Coded? Concept(CodeableConcept? concept, string? prefer = null)
    {
        if (concept is null)
            return null;
        var coding = concept.Coding.FirstOrDefault(c => prefer is not null && c.System == prefer) ?? concept.Coding.FirstOrDefault();
        return new Coded(concept.Text ?? concept.Coding.Select(c => c.Display).FirstOrDefault(d => d is not null), coding?.Code, coding?.System,
            concept.Coding.Any(c => c.System == "http://terminology.hl7.org/CodeSystem/data-absent-reason" && c.Code == "masked"));
    }

    public static Coded[] Concepts(IEnumerable<CodeableConcept> concepts) => [.. concepts.Select(c => Concept(c)!)];

    public static PrivacyPortal.Services.Values.Money? Money(FhirMoney? money) => money?.Value is { } value
        ? new(value, Code(money.CurrencyElement) ?? "USD") : null;

    public static TimeRange Period(Period? period) => new(PartialDate.Parse(period?.Start), PartialDate.Parse(period?.End));

    public static TimeRange When(DataType? when) => when switch
    {
        null => default,
        Date date => TimeRange.At(PartialDate.Parse(date.Value)!.Value),
        FhirDateTime moment => TimeRange.At(PartialDate.Parse(moment.Value)!.Value),
        Instant instant => TimeRange.At(PartialDate.Parse(instant.ToString())!.Value),
        Period period => Period(period),
        _ => throw new InvalidOperationException($"The oracle knows no moment of type {when.TypeName}."),
    };

    public static string? Quantity(Quantity? quantity) =>
        quantity?.Value is null ? null : Decimal(quantity.Value.Value) + ((quantity.Unit ?? quantity.Code) is { } unit ? " " + unit : "");

    public static string Decimal(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A code as it stands in the resource, known to Firely or not.</summary>
    public static string? Code(PrimitiveType? element) => element?.JsonValue?.ToString();

    public static string? Name(HumanName? name) => name is null ? null
        : name.Text ?? string.Join(' ', new[] { name.Prefix, name.Given, [name.Family], name.Suffix }.SelectMany(part => part).Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The name of what is referred to: contained, else in the file, else displayed.</summary>
    public static string? NameOf(SampleRecord sample, DomainResource from, ResourceReference? reference) => Target(sample, from, reference) switch
    {
        Organization organization => organization.Name,
        Location location => location.Name,
        Practitioner practitioner => Name(practitioner.Name.FirstOrDefault()),
        _ => null,
    } ?? reference?.Display;

    private static Resource? Target(SampleRecord sample, DomainResource from, ResourceReference? reference) => reference?.Reference switch
    {
        null => null,
        ['#', .. var id] => from.Contained.FirstOrDefault(r => r.Id == id),
        var text => sample.ByOracle.FirstOrDefault(r => $"{r.TypeName}/{r.Id}" == text),
    };
}
