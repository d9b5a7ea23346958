#nullable disable warnings // every element of Firely is nullable; a null where a sample has a value fails the test as it should
using Hl7.Fhir.Model;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Values;
using Task = System.Threading.Tasks.Task;

namespace PrivacyPortal.Tests.Services.Records.Oracle;

/// <summary>The projection reads every published sample as the Firely SDK does.</summary>
public sealed class OracleTests
{
    public static TheoryData<string> Files => SampleRecord.Files;

    [Theory, MemberData(nameof(Files))]
    public async Task Claims_are_as_Firely_reads_them(string file) => await Same<ExplanationOfBenefit, PrivacyPortal.Services.Claims.Claim>(file,
        eob => eob.Patient, (record, cancel) => record.Client.ClaimsAsync(record.Grant(Category.Claims), cancel), ClaimOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Coverages_are_as_Firely_reads_them(string file) => await Same<Hl7.Fhir.Model.Coverage, PrivacyPortal.Services.Coverage.PlanCoverage>(file,
        coverage => coverage.Beneficiary, (record, cancel) => record.Client.CoverageAsync(record.Grant(Category.Coverage), cancel), CoverageOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Results_are_as_Firely_reads_them(string file) => await Same<Hl7.Fhir.Model.Observation, PrivacyPortal.Services.Results.Observation>(file,
        observation => observation.Subject, (record, cancel) => record.Client.ResultsAsync(record.Grant(Category.Results), cancel), CareOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Visits_are_as_Firely_reads_them(string file) => await Same<Encounter, PrivacyPortal.Services.Care.Visit>(file,
        encounter => encounter.Subject, (record, cancel) => record.Client.VisitsAsync(record.Grant(Category.Services), cancel), CareOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Procedures_are_as_Firely_reads_them(string file) => await Same<Procedure, PrivacyPortal.Services.Care.Procedure>(file,
        procedure => procedure.Subject, (record, cancel) => record.Client.ProceduresAsync(record.Grant(Category.Services), cancel), CareOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Conditions_are_as_Firely_reads_them(string file) => await Same<Condition, PrivacyPortal.Services.Care.Condition>(file,
        condition => condition.Subject, (record, cancel) => record.Client.ConditionsAsync(record.Grant(Category.Clinical), cancel), CareOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Allergies_are_as_Firely_reads_them(string file) => await Same<AllergyIntolerance, PrivacyPortal.Services.Care.Allergy>(file,
        allergy => allergy.Patient, (record, cancel) => record.Client.AllergiesAsync(record.Grant(Category.Clinical), cancel), CareOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Immunizations_are_as_Firely_reads_them(string file) => await Same<Immunization, PrivacyPortal.Services.Care.Immunization>(file,
        immunization => immunization.Patient, (record, cancel) => record.Client.ImmunizationsAsync(record.Grant(Category.Clinical), cancel), CareOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Medications_are_as_Firely_reads_them(string file) => await Same<MedicationRequest, PrivacyPortal.Services.Care.MedicationOrder>(file,
        order => order.Subject, (record, cancel) => record.Client.MedicationsAsync(record.Grant(Category.Medications), cancel), CareOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Care_teams_are_as_Firely_reads_them(string file) => await Same<CareTeam, PrivacyPortal.Services.Care.CareTeam>(file,
        team => team.Subject, (record, cancel) => record.Client.CareTeamsAsync(record.Grant(Category.Clinical), cancel), CareOracle.Check);

    [Theory, MemberData(nameof(Files))]
    public async Task Identities_are_as_Firely_reads_them(string file)
    {
        var sample = SampleRecord.Of(file);
        foreach (var patient in sample.Of<Patient>())
        {
            using var record = sample.As(patient.Id);
            var identity = await record.Client.IdentityAsync(record.Grant(Category.Identity), TestContext.Current.CancellationToken);
            IdentityOracle.Check(sample, patient, identity.Value!);
        }
    }

    /// <summary>Guards the rest: a comparison of nothing proves nothing.</summary>
    [Fact]
    public void Every_type_is_in_the_samples()
    {
        var all = Files.SelectMany(file => SampleRecord.Of(file.Data).ByOracle).ToList();
        Type[] types = [typeof(Patient), typeof(Hl7.Fhir.Model.Coverage), typeof(ExplanationOfBenefit), typeof(Encounter), typeof(Procedure), typeof(Condition),
            typeof(AllergyIntolerance), typeof(Immunization), typeof(MedicationRequest), typeof(CareTeam), typeof(Hl7.Fhir.Model.Observation)];
        Assert.All(types, type => Assert.Contains(all, resource => resource.GetType() == type));
    }

    private static async Task Same<TFhir, TRead>(string file, Func<TFhir, ResourceReference> about,
        Func<TheirRecord, CancellationToken, Task<Fetched<IReadOnlyList<TRead>>>> fetch, Action<SampleRecord, TFhir, TRead> check)
        where TFhir : Resource where TRead : RecordItem
    {
        var sample = SampleRecord.Of(file);
        var all = sample.Of<TFhir>().ToList();
        foreach (var theirs in all.GroupBy(resource => about(resource).Reference["Patient/".Length..]))
        {
            using var record = sample.As(theirs.Key);
            var fetched = await fetch(record, TestContext.Current.CancellationToken);
            Assert.Equal(theirs.Count(), fetched.Value!.Count);
            Assert.Equal(new Completeness(theirs.Count(), all.Count, 0, all.Count - theirs.Count(), false), fetched.Completeness);
            foreach (var resource in theirs)
                check(sample, resource, fetched.Value.Single(item => item.Id == resource.Id));
        }
    }
}
