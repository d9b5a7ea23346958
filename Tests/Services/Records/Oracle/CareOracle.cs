#nullable disable warnings // every element of Firely is nullable; a null where a sample has a value fails the test as it should
using Hl7.Fhir.Model;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Values;
using FhirCareTeam = Hl7.Fhir.Model.CareTeam;
using FhirCondition = Hl7.Fhir.Model.Condition;
using FhirImmunization = Hl7.Fhir.Model.Immunization;
using FhirObservation = Hl7.Fhir.Model.Observation;
using FhirProcedure = Hl7.Fhir.Model.Procedure;

namespace PrivacyPortal.Tests.Services.Records.Oracle;

internal static class CareOracle
{
    public static void Check(SampleRecord sample, FhirObservation observation, PrivacyPortal.Services.Results.Observation read)
    {
        Assert.Equal(Expected.Concept(observation.Code), read.Name);
        Assert.Equal(Expected.Concepts(observation.Category), read.Categories);
        Assert.Equal(Expected.Code(observation.StatusElement), read.Status);
        Assert.Equal(Expected.When(observation.Effective), read.Taken);
        Assert.Equal(Value(observation.Value), read.Value);
        Assert.Equal(Expected.Concepts(observation.Interpretation), read.Interpretations);
        Assert.Equal(observation.Component.Select(c => (Expected.Concept(c.Code), Value(c.Value))), read.Parts.Select(p => (p.Name, p.Value)));
        Assert.Equal(observation.ReferenceRange.Count, read.ReferenceRanges.Count);
    }

    public static void Check(SampleRecord sample, Encounter encounter, Visit read)
    {
        Assert.Equal(Expected.Concept(encounter.Type.FirstOrDefault()), read.Kind);
        Assert.Equal(encounter.Class?.Code, read.Setting?.Code);
        Assert.Equal(Expected.Code(encounter.StatusElement), read.Status);
        Assert.Equal(Expected.Period(encounter.Period), read.Period);
        Assert.Equal(Expected.Concepts(encounter.ReasonCode), read.Reasons);
        Assert.Equal(Expected.NameOf(sample, encounter, encounter.Location.FirstOrDefault()?.Location) ?? Expected.NameOf(sample, encounter, encounter.ServiceProvider), read.Place);
        Assert.Equal(encounter.Participant.Select(p => Expected.NameOf(sample, encounter, p.Individual)), read.With);
    }

    public static void Check(SampleRecord sample, FhirProcedure procedure, PrivacyPortal.Services.Care.Procedure read)
    {
        Assert.Equal(Expected.Concept(procedure.Code), read.Name);
        Assert.Equal(Expected.Code(procedure.StatusElement), read.Status);
        Assert.Equal(Expected.When(procedure.Performed), read.Performed);
    }

    public static void Check(SampleRecord sample, FhirCondition condition, PrivacyPortal.Services.Care.Condition read)
    {
        Assert.Equal(Expected.Concept(condition.Code), read.Name);
        Assert.Equal(Expected.Concept(condition.ClinicalStatus), read.ClinicalStatus);
        Assert.Equal(Expected.Concept(condition.VerificationStatus), read.Verification);
        Assert.Equal(Expected.When(condition.Onset), read.Onset);
        Assert.Equal(Expected.When(condition.Abatement).End, read.Ended);
        Assert.Equal(PartialDate.Parse(condition.RecordedDate), read.Recorded);
    }

    public static void Check(SampleRecord sample, AllergyIntolerance allergy, Allergy read)
    {
        Assert.Equal(Expected.Concept(allergy.Code), read.Name);
        Assert.Equal(Expected.Concept(allergy.ClinicalStatus), read.ClinicalStatus);
        Assert.Equal(Expected.Concept(allergy.VerificationStatus), read.Verification);
        Assert.Equal(Expected.Code(allergy.CriticalityElement), read.Criticality);
        Assert.Equal(allergy.CategoryElement.Select(c => Expected.Code(c)!), read.Categories);
        Assert.Equal(Expected.Concepts(allergy.Reaction.SelectMany(r => r.Manifestation)), read.Reactions);
        Assert.Equal(PartialDate.Parse(allergy.RecordedDate), read.Recorded);
    }

    public static void Check(SampleRecord sample, FhirImmunization immunization, PrivacyPortal.Services.Care.Immunization read)
    {
        Assert.Equal(Expected.Concept(immunization.VaccineCode), read.Vaccine);
        Assert.Equal(Expected.Code(immunization.StatusElement), read.Status);
        Assert.Equal(Expected.When(immunization.Occurrence).Start, read.Given);
    }

    public static void Check(SampleRecord sample, MedicationRequest order, MedicationOrder read)
    {
        Assert.Equal(Expected.Concept(order.Medication as CodeableConcept), read.Medicine);
        Assert.Equal(Expected.Code(order.StatusElement), read.Status);
        Assert.Equal(Expected.Code(order.IntentElement), read.Intent);
        Assert.Equal(PartialDate.Parse(order.AuthoredOn), read.Ordered);
        Assert.Equal(Expected.NameOf(sample, order, order.Requester), read.OrderedBy);
        Assert.Equal(order.DosageInstruction.Select(d => d.Text).FirstOrDefault(text => text is not null), read.Dosage);
    }

    public static void Check(SampleRecord sample, FhirCareTeam team, PrivacyPortal.Services.Care.CareTeam read)
    {
        Assert.Equal(team.Name, read.Name);
        Assert.Equal(Expected.Code(team.StatusElement), read.Status);
        Assert.Equal(Expected.Period(team.Period), read.Period);
        Assert.Equal(team.Participant.Where(p => p.Member?.Reference != team.Subject.Reference)
            .Select(p => (Expected.Concept(p.Role.FirstOrDefault()), Expected.NameOf(sample, team, p.Member))), read.Participants);
    }

    private static ObservedValue? Value(DataType? value) => value switch
    {
        null => null,
        Quantity quantity => new ObservedValue(Expected.Quantity(quantity), quantity.Value, quantity.Unit ?? quantity.Code),
        CodeableConcept concept => new ObservedValue(concept.Text ?? concept.Coding[0].Display ?? concept.Coding[0].Code),
        FhirString text => new ObservedValue(text.Value),
        _ => throw new InvalidOperationException($"The oracle knows no value of type {value.TypeName}."),
    };
}
