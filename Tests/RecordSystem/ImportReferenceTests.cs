using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

public sealed class ImportReferenceTests
{
    private const string Uuid = "0c4cc8ef-40f8-4b32-8bbb-3f9f0fd9ad5f";

    [Fact]
    public void A_uuid_becomes_the_id_and_references_to_it_are_rewritten_in_any_order()
    {
        using var folder = new RecordSystemFolder();
        Take(folder, $$$"""
            {"resourceType":"Bundle","entry":[
              {"resource":{"resourceType":"Coverage","id":"c","status":"active","beneficiary":{"reference":"urn:uuid:{{{Uuid}}}"},"payor":[{"display":"x"}]}},
              {"fullUrl":"urn:uuid:{{{Uuid}}}","resource":{"resourceType":"Patient","active":true}}],"type":"collection"}
            """);
        Assert.Contains($"\"beneficiary\":{{\"reference\":\"Patient/{Uuid}\"}}", folder.Json("Coverage", "c"), StringComparison.Ordinal);
        Assert.NotNull(folder.Json("Patient", Uuid));
    }

    [Fact]
    public void A_put_keeps_its_id_and_its_uuid_leads_there()
    {
        using var folder = new RecordSystemFolder();
        Take(folder, $$$"""
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"fullUrl":"urn:uuid:{{{Uuid}}}","resource":{"resourceType":"Patient","id":"amy"},"request":{"method":"PUT","url":"Patient/amy"}},
              {"resource":{"resourceType":"RelatedPerson","id":"r","patient":{"reference":"urn:uuid:{{{Uuid}}}"}},"request":{"method":"PUT","url":"RelatedPerson/r"}}]}
            """);
        Assert.Contains("\"reference\":\"Patient/amy\"", folder.Json("RelatedPerson", "r"), StringComparison.Ordinal);
    }

    [Fact]
    public void References_to_the_source_server_become_relative_and_others_stay()
    {
        using var folder = new RecordSystemFolder();
        Take(folder, """
            {"resourceType":"Bundle","type":"searchset","entry":[
              {"fullUrl":"https://source.example/fhir/Patient/p","resource":{"resourceType":"Patient","id":"p"},"search":{"mode":"match"}},
              {"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"informational"}]},"search":{"mode":"outcome"}},
              {"fullUrl":"https://source.example/fhir/RelatedPerson/r","resource":{"resourceType":"RelatedPerson","id":"r","patient":{"reference":"https://source.example/fhir/Patient/p"}}},
              {"fullUrl":"https://source.example/fhir/RelatedPerson/q","resource":{"resourceType":"RelatedPerson","id":"q","patient":{"reference":"https://other.example/fhir/Patient/p"}}}]}
            """);
        Assert.Contains("\"reference\":\"Patient/p\"", folder.Json("RelatedPerson", "r"), StringComparison.Ordinal);
        Assert.Contains("https://other.example/fhir/Patient/p", folder.Json("RelatedPerson", "q"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_conditional_reference_is_resolved_by_identifier_wherever_its_target_stands(bool targetFirst)
    {
        using var folder = new RecordSystemFolder();
        const string doctor = """{"resource":{"resourceType":"Practitioner","id":"doc","identifier":[{"system":"http://npi","value":"9|1"}]}}""";
        const string patient = """{"resource":{"resourceType":"Patient","id":"p","generalPractitioner":[{"reference":"Practitioner?identifier=http://npi|9%5C|1"}]}}""";
        Take(folder, $$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{(targetFirst ? doctor : patient)}}},{{{(targetFirst ? patient : doctor)}}}]}""");
        Assert.Contains("\"reference\":\"Practitioner/doc\"", folder.Json("Patient", "p"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_conditional_reference_to_two_resources_is_refused()
    {
        using var folder = new RecordSystemFolder();
        foreach (var id in (string[])["a", "b"]) folder.ImportText($$$"""{"resourceType":"Practitioner","id":"{{{id}}}","identifier":[{"system":"s","value":"1"}]}""");
        var report = folder.ImportText("""{"resourceType":"Patient","id":"p","generalPractitioner":[{"reference":"Practitioner?identifier=s|1"}]}""");
        Assert.Contains("more than one", Assert.Single(report.Reasons), StringComparison.Ordinal);
        Assert.Null(folder.Json("Patient", "p"));
    }

    [Fact]
    public void What_is_only_to_be_made_when_it_is_not_there_is_left_alone_when_it_is()
    {
        using var folder = new RecordSystemFolder();
        folder.ImportText("""{"resourceType":"Organization","id":"there","name":"Old","identifier":[{"system":"s","value":"1"}]}""");
        Take(folder, $$$"""
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"fullUrl":"urn:uuid:{{{Uuid}}}","resource":{"resourceType":"Organization","name":"New","identifier":[{"system":"s","value":"1"}]},"request":{"method":"POST","url":"Organization","ifNoneExist":"identifier=s|1"}},
              {"resource":{"resourceType":"Location","id":"l","managingOrganization":{"reference":"urn:uuid:{{{Uuid}}}"}},"request":{"method":"PUT","url":"Location/l"}}]}
            """);
        Assert.Contains("\"Old\"", folder.Json("Organization", "there"), StringComparison.Ordinal);
        Assert.Null(folder.Json("Organization", Uuid));
        Assert.Contains("Organization/there", folder.Json("Location", "l"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_id_gets_the_same_one_each_time()
    {
        using var folder = new RecordSystemFolder();
        Assert.Equal(1, folder.ImportText("""{"resourceType":"Patient","active":true}""").Added);
        Assert.Equal(1, folder.ImportText("""{"resourceType":"Patient","active":true}""").Unchanged);
    }

    [Fact]
    public void Published_oddities_are_kept_as_they_are()
    {
        using var folder = new RecordSystemFolder();
        var report = folder.Import(folder.Write("\uFEFF" + """
            {"resourceType":"Bundle","type":"collection","entry":[
              {"resource":{"resourceType":"Observation","id":"o","status":"finalish","code":{"text":"x"},"effectiveDateTime":"2016-12-31T23:59:60Z","valueQuantity":{"value":1.10},"stray":true}},
              {"resource":{"resourceType":"ExplanationOfBenefit","id":"e","status":"active","item":[{"sequence":1,"net":{"value":28.104000000000003}}]}}]}
            """));
        Assert.Empty(report.Reasons);
        Assert.Contains("\"value\":1.10}", folder.Json("Observation", "o"), StringComparison.Ordinal);
        Assert.Contains("\"stray\":true", folder.Json("Observation", "o"), StringComparison.Ordinal);
        Assert.Contains("28.104000000000003", folder.Json("ExplanationOfBenefit", "e"), StringComparison.Ordinal);
    }

    private static void Take(RecordSystemFolder folder, string bundle)
    {
        Assert.Empty(folder.ImportText(bundle).Reasons);
        var before = folder.Dump();
        Assert.Empty(folder.ImportText(bundle).Reasons);
        Assert.Equal(before, folder.Dump());
    }
}
