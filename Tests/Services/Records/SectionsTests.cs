using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Records;

public sealed class SectionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"coding":[{"code":"N"}]}""", Sensitivity.Other)]
    [InlineData("""{"code":"R"}""", Sensitivity.Other)]
    [InlineData("""{"code":"V"}""", Sensitivity.Other)]
    [InlineData("""{"code":"N"}""", Sensitivity.None)]
    [InlineData("""{"code":"PSY"}""", Sensitivity.BehavioralHealth)]
    [InlineData("""{"code":"ETH"},{"code":"HIV"},{"code":"R"}""", Sensitivity.SubstanceUse | Sensitivity.Hiv | Sensitivity.Other)]
    [InlineData("""{"code":"SDV"}""", Sensitivity.SexualReproductive)]
    [InlineData("""{"code":"something-new"}""", Sensitivity.Other)]
    [InlineData("""{"display":"a label without a code"}""", Sensitivity.Other)]
    [Trait("clause", "C13")]
    public async Task Labels_come_from_the_resource_and_an_unknown_one_restricts(string security, Sensitivity labels)
    {
        using var record = Record("Condition", $$"""{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/amy"},"meta":{"security":[{{security}}]} }""");
        var condition = Assert.Single((await record.Client.ConditionsAsync(record.Grant(Category.Clinical), Cancel)).Value!);
        Assert.Equal(labels, condition.Labels);
    }

    [Fact]
    public async Task Results_keep_the_writing_of_their_numbers_and_every_type_of_value()
    {
        string[] values = [
            "\"valueQuantity\":{\"value\":1.10,\"comparator\":\"<\",\"unit\":\"mg/dL\"}", "\"valueQuantity\":{\"value\":1.3E+2,\"code\":\"mm[Hg]\"}",
            "\"valueInteger\":3", "\"valueString\":\"negative\"", "\"valueBoolean\":false", "\"valueTime\":\"08:30:00\"", "\"valueDateTime\":\"2026-05\"",
            "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"X\"},{\"display\":\"Yellow\"}]}", "\"valueRange\":{\"low\":{\"value\":1},\"high\":{\"value\":2.0,\"unit\":\"L\"}}",
            "\"valueRatio\":{\"numerator\":{\"value\":1},\"denominator\":{\"value\":128}}", "\"valuePeriod\":{\"start\":\"2026-01\"}", "\"valueSampledData\":{\"data\":\"1 2 3\"}",
            "\"dataAbsentReason\":{\"coding\":[{\"code\":\"not-performed\"}]}"];
        using var record = Record("Observation", [.. values.Select((value, n) => $$"""{"resourceType":"Observation","id":"o{{n}}","subject":{"reference":"Patient/amy"},{{value}} }""")]);
        var results = (await record.Client.ResultsAsync(record.Grant(Category.Results), Cancel)).Value!;
        Assert.Equal(["<1.10 mg/dL", "130 mm[Hg]", "3", "negative", "No", "08:30:00", "2026-05", "Yellow", "1–2.0 L", "1 : 128", "2026-01–", "1 2 3", null],
            results.Select(result => result.Value!.Text));
        Assert.Equal((1.10m, "mg/dL"), (results[0].Value!.Number, results[0].Value!.Unit));
        Assert.Equal("not-performed", results[^1].Value!.Absent!.Code);
    }

    [Fact]
    public async Task Parts_interpretations_and_ranges_are_read()
    {
        using var record = Record("Observation", """
            {"resourceType":"Observation","id":"o","subject":{"reference":"Patient/amy"},"effectiveInstant":"2026-03-01T10:00:00Z","interpretation":[{"coding":[{"code":"H"}]}],
            "component":[{"code":{"text":"Systolic"},"valueQuantity":{"value":120,"unit":"mmHg"}},{"code":{"text":"Diastolic"},"dataAbsentReason":{"text":"not heard"}}],
            "referenceRange":[{"low":{"value":3.50,"unit":"g"},"high":{"value":5,"unit":"g"}},{"high":{"value":5,"unit":"g"}},{"low":{"value":1,"unit":"g"}},{"text":"see note"},{"age":{}}]}
            """);
        var result = Assert.Single((await record.Client.ResultsAsync(record.Grant(Category.Results), Cancel)).Value!);
        Assert.Equal(["120 mmHg", null], result.Parts.Select(part => part.Value!.Text));
        Assert.Equal(["3.50–5 g", "≤ 5 g", "≥ 1 g", "see note"], result.ReferenceRanges);
        Assert.Equal("H", Assert.Single(result.Interpretations).Code);
        Assert.Equal(new DateOnly(2026, 3, 1), result.Taken.Start!.Value.Date);
    }

    [Fact]
    public async Task Newest_come_first_undated_last_at_whatever_precision()
    {
        string[] dates = ["2024", "2026-01-05", "nonsense", "2025-03", "2024-12-31T23:59:60Z", "2024-12-31T23:30:00-08:00"];
        using var record = Record("Procedure", [.. dates.Select((date, n) =>
            $$"""{"resourceType":"Procedure","id":"p{{n}}","subject":{"reference":"Patient/amy"},"performedDateTime":"{{date}}"}""")]);
        var procedures = (await record.Client.ProceduresAsync(record.Grant(Category.Services), Cancel)).Value!;
        Assert.Equal([2026, 2025, 2024, 2024, 2024, null], procedures.Select(procedure => procedure.Performed.Start?.Year));
        Assert.Equal(new DateOnly(2024, 12, 31), procedures[2].Performed.Start!.Value.Date);
        Assert.Equal(new DateOnly(2024, 12, 31), procedures[3].Performed.Start!.Value.Date);
        Assert.Null(procedures[4].Performed.Start!.Value.Month);
    }

    [Theory]
    [InlineData("""{"reference":"Medication/m"}""", "Included tablet", Sensitivity.Hiv)]
    [InlineData("""{"reference":"https://records.example/fhir/Medication/m/_history/3"}""", "Included tablet", Sensitivity.Hiv)]
    [InlineData("""{"reference":"#c"}""", "Contained tablet", Sensitivity.None)]
    [InlineData("""{"reference":"https://elsewhere.example/Medication/m","display":"Displayed tablet"}""", "Displayed tablet", Sensitivity.None)]
    [InlineData("""{"reference":"https://elsewhere.example/Medication/m"}""", null, Sensitivity.None)]
    public async Task A_medicine_by_reference_is_named_without_fetching_anything(string reference, string? name, Sensitivity labels)
    {
        var server = new FakeRecordServer().Searched("MedicationRequest", Searchset.Entries(1, null,
            $$"""{"resource":{"resourceType":"MedicationRequest","id":"r","subject":{"reference":"Patient/amy"},"contained":[{"resourceType":"Medication","id":"c","code":{"text":"Contained tablet"} }],"medicationReference":{{reference}} } }""",
            """{"resource":{"resourceType":"Medication","id":"m","meta":{"security":[{"code":"HIV"}]},"code":{"text":"Included tablet"} },"search":{"mode":"include"} }"""));
        using var record = new TheirRecord(server);
        var order = Assert.Single((await record.Client.MedicationsAsync(record.Grant(Category.Medications), Cancel)).Value!);
        Assert.Equal((name, labels), (order.Medicine?.Label, order.Labels));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_care_team_does_not_list_the_member_and_an_included_person_is_not_named_from_their_own_record()
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("CareTeam", Searchset.Entries(1, null,
            """{"resource":{"resourceType":"CareTeam","id":"t","subject":{"reference":"Patient/amy"},"participant":[{"member":{"reference":"Patient/amy","display":"Amy"}},{"member":{"reference":"Patient/bob"}},{"member":{"reference":"Practitioner/p"}}] } }""",
            """{"resource":{"resourceType":"Patient","id":"bob","name":[{"text":"Bob"}]},"search":{"mode":"include"} }""",
            """{"resource":{"resourceType":"Practitioner","id":"p","name":[{"text":"Dr. Who"}]},"search":{"mode":"include"} }""")));
        var team = Assert.Single((await record.Client.CareTeamsAsync(record.Grant(Category.Clinical), Cancel)).Value!);
        Assert.Equal([(null, "Dr. Who")], team.Participants);
    }

    private static TheirRecord Record(string type, params string[] resources) => new(new FakeRecordServer().Searched(type, Searchset.Of(resources)));
}
