#nullable disable warnings // every element of Firely is nullable; a null where a sample has a value fails the test as it should
using Hl7.Fhir.Model;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Records.Oracle;

internal static class IdentityOracle
{
    public static void Check(SampleRecord sample, Patient patient, MemberIdentity read)
    {
        Assert.Contains(patient, sample.ByOracle);
        var name = patient.Name.FirstOrDefault(n => n.Use == HumanName.NameUse.Official) ?? patient.Name.First(n => n.Use is null);
        Assert.Equal(Expected.Name(name), read.Name.Display);
        Assert.Equal(patient.Name.Where(n => n != name).Select(n => (Expected.Code(n.UseElement), Expected.Name(n))), read.OtherNames.Select(n => (n.Use, n.Name.Display)));
        Assert.Equal(PartialDate.Parse(patient.BirthDate), read.BirthDate);
        Assert.Equal(Expected.Code(patient.GenderElement), read.Gender);
        Assert.Equal(patient.Deceased is FhirDateTime or FhirBoolean { Value: true }, read.Deceased);
        Assert.Equal(PartialDate.Parse((patient.Deceased as FhirDateTime)?.Value), read.DeceasedOn);
        Assert.Equal(patient.Identifier.Where(i => i.Type?.Coding.Any(c => c.Code == "MB") == true).Select(i => i.Value), read.MemberNumbers);
        Assert.Equal(patient.Telecom.Select(t => (Expected.Code(t.SystemElement), Expected.Code(t.UseElement), t.Value)), read.Contacts);
        Assert.Equal(patient.Address.SelectMany(a => a.Line), read.Addresses.SelectMany(lines => lines.SkipLast(1)));
        Assert.All(patient.Address.Zip(read.Addresses), pair => Assert.StartsWith(pair.First.City, pair.Second[^1], StringComparison.Ordinal));
        Assert.Equal(patient.Communication.Select(c => c.Language.Text ?? c.Language.Coding[0].Display ?? c.Language.Coding[0].Code), read.Languages);
    }
}
