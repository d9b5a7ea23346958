namespace PrivacyPortal.Tests.RecordSystem;

[Collection(SampleServerTests.Name)]
public sealed class SampleCountTests(SampleServer samples)
{
    [Theory]
    [InlineData("O'Hara", "ExplanationOfBenefit 14, Encounter 14, Condition 5, MedicationRequest 2, AllergyIntolerance 0, Immunization 11, Observation 88, Procedure 7, CareTeam 2")]
    [InlineData("Rohan", "ExplanationOfBenefit 20, Encounter 20, Condition 6, MedicationRequest 3, AllergyIntolerance 0, Immunization 20, Observation 117, Procedure 8, CareTeam 1")]
    [InlineData("Davis", "ExplanationOfBenefit 37, Encounter 37, Condition 5, MedicationRequest 17, AllergyIntolerance 0, Immunization 13, Observation 298, Procedure 4, CareTeam 6")]
    [InlineData("Delagarza", "ExplanationOfBenefit 9, Encounter 9, Condition 4, MedicationRequest 4, AllergyIntolerance 7, Immunization 7, Observation 82, Procedure 4, CareTeam 0")]
    [InlineData("Hettinger", "ExplanationOfBenefit 58, Encounter 58, Condition 10, MedicationRequest 8, AllergyIntolerance 8, Immunization 13, Observation 88, Procedure 123, CareTeam 5")]
    public async Task Each_Synthea_patient_has_what_the_readme_of_the_samples_counts(string family, string counts)
    {
        var found = await samples.Server.GetAsync($"Patient?family={family}");
        Assert.Equal(1, found.GetProperty("total").GetInt32());
        var id = found.GetProperty("entry")[0].GetProperty("resource").GetProperty("id").GetString();
        var totals = new List<string>();
        foreach (var type in counts.Split(", ").Select(count => count.Split(' ')[0]))
            totals.Add($"{type} {await samples.Server.TotalAsync($"{type}?patient={id}")}");
        Assert.Equal(counts, string.Join(", ", totals));
    }

    [Theory]
    [InlineData("Patient/Patient1", 3, 2)]
    [InlineData("Patient/Patient2", 2, 1)]
    public async Task The_members_of_the_claims_guide_have_their_claims_and_coverages(string patient, int claims, int coverages)
    {
        Assert.Equal(claims, await samples.Server.TotalAsync($"ExplanationOfBenefit?patient={patient}"));
        Assert.Equal(coverages, await samples.Server.TotalAsync($"Coverage?beneficiary={patient}"));
    }

    [Fact]
    public async Task Contained_coverage_is_not_a_resource() =>
        Assert.Equal(0, await samples.Server.TotalAsync("Coverage?patient=274f5452-2a39-44c4-a7cb-f36de467762e"));
}
