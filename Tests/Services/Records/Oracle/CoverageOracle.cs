#nullable disable warnings // every element of Firely is nullable; a null where a sample has a value fails the test as it should
using Hl7.Fhir.Model;
using PrivacyPortal.Services.Coverage;

namespace PrivacyPortal.Tests.Services.Records.Oracle;

internal static class CoverageOracle
{
    public static void Check(SampleRecord sample, Hl7.Fhir.Model.Coverage coverage, PlanCoverage read)
    {
        var (plan, group) = (Class(coverage, "plan"), Class(coverage, "group"));
        Assert.Equal(Expected.Code(coverage.StatusElement), read.Status);
        Assert.Equal(Expected.Concept(coverage.Type), read.Kind);
        Assert.Equal(Expected.NameOf(sample, coverage, coverage.Payor.FirstOrDefault()), read.Payer);
        Assert.Equal((plan?.Name, plan?.Value, group?.Name, group?.Value), (read.PlanName, read.PlanNumber, read.GroupName, read.GroupNumber));
        Assert.Equal(coverage.Identifier.First(i => i.Type.Coding.Any(c => c.Code == "MB")).Value, read.MemberNumber);
        Assert.Equal((coverage.SubscriberId, coverage.Dependent, coverage.Subscriber?.Display), (read.SubscriberNumber, read.Dependent, read.SubscriberName));
        Assert.Equal(Expected.Concept(coverage.Relationship), read.Relationship);
        Assert.Equal(coverage.Network ?? Class(coverage, "network")?.Name, read.Network);
        Assert.Equal(Expected.Period(coverage.Period), read.Period);
        Assert.Equal(coverage.Order, read.Order);
        Assert.Equal(coverage.Class.Select(c => new CoverageClass(Expected.Concept(c.Type), c.Value, c.Name)), read.Classes);
        Assert.Equal(coverage.CostToBeneficiary.Select(c => (Expected.Concept(c.Type), Expected.Money(c.Value as Money), Expected.Quantity(c.Value as Quantity), Words(c))),
            read.Costs.Select(c => (c.Kind, c.Amount, c.Quantity, c.Words)));
    }

    private static Hl7.Fhir.Model.Coverage.ClassComponent? Class(Hl7.Fhir.Model.Coverage coverage, string code) =>
        coverage.Class.FirstOrDefault(c => c.Type.Coding[0].Code == code);

    private static string? Words(Hl7.Fhir.Model.Coverage.CostToBeneficiaryComponent cost) =>
        (cost.Value as Money)?.Extension.Select(e => e.Value).OfType<FhirString>().FirstOrDefault()?.Value;
}
