using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Tests.Services.Records;

[Trait("clause", "C13")]
public sealed class WhoseRecordTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"reference":"Patient/amy"}""")]
    [InlineData("""{"reference":"Patient/amy/_history/7"}""")]
    [InlineData("""{"reference":"https://records.example/fhir/Patient/amy"}""")]
    [InlineData("""{"reference":"https://RECORDS.example:443/fhir/Patient/amy/_history/1"}""")]
    public async Task The_members_own_claim_is_shown_however_it_refers_to_the_member(string patient)
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("ExplanationOfBenefit", Searchset.Of(Searchset.ClaimOf("one", patient))));
        var claims = await record.Client.ClaimsAsync(record.Grant(Category.Claims), Cancel);
        Assert.Equal("one", Assert.Single(claims.Value!).Id);
        Assert.True(claims.Completeness.Whole);
    }

    [Theory]
    [InlineData("""{"reference":"Patient/bob"}""")]
    [InlineData("""{"reference":"Patient/AMY"}""")]
    [InlineData("""{"reference":"Patient/amy2"}""")]
    [InlineData("""{"reference":"Patient/amy/"}""")]
    [InlineData("""{"reference":"RelatedPerson/amy"}""")]
    [InlineData("""{"reference":"https://elsewhere.example/fhir/Patient/amy"}""")]
    [InlineData("""{"reference":"http://records.example/fhir/Patient/amy"}""")]
    [InlineData("""{"reference":"https://records.example:8443/fhir/Patient/amy"}""")]
    [InlineData("""{"reference":"https://records.example/other/Patient/amy"}""")]
    [InlineData("""{"reference":"https://records.example/fhir/../other/Patient/amy"}""")]
    [InlineData("""{"reference":"https://records.example@elsewhere.example/fhir/Patient/amy"}""")]
    [InlineData("""{"reference":"https://records.example/fhir/Patient/amy?x=1"}""")]
    [InlineData("""{"reference":"#amy"}""")]
    [InlineData("""{"reference":"urn:uuid:amy"}""")]
    [InlineData("""{"identifier":{"value":"amy"}}""")]
    [InlineData("""{"display":"Amy"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_claim_that_does_not_say_it_is_the_members_is_left_out_and_counted(string patient)
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("ExplanationOfBenefit",
            Searchset.Of(Searchset.ClaimOf("other", patient), Searchset.Claim("own"))));
        var claims = await record.Client.ClaimsAsync(record.Grant(Category.Claims), Cancel);
        Assert.Equal("own", Assert.Single(claims.Value!).Id);
        Assert.Equal(1, claims.Completeness.NotTheirs);
    }

    [Fact]
    public async Task A_person_with_another_id_is_not_theirs()
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("Patient",
            Searchset.Of("""{"resourceType":"Patient","id":"bob","name":[{"text":"Bob"}]}""")));
        var identity = await record.Client.IdentityAsync(record.Grant(Category.Identity), Cancel);
        Assert.Equal(RecordProblem.NotTheirs, identity.Problem);
        Assert.Null(identity.Value);
    }

    [Fact]
    public async Task Nobody_there_is_unavailable()
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("Patient", Searchset.Of()));
        Assert.Equal(RecordProblem.Unavailable, (await record.Client.IdentityAsync(record.Grant(Category.Identity), Cancel)).Problem);
    }

    [Fact]
    public async Task The_member_among_others_is_found()
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("Patient", Searchset.Of(
            """{"resourceType":"Patient","id":"bob","name":[{"text":"Bob"}]}""", """{"resourceType":"Patient","id":"amy","name":[{"text":"Amy"}]}""")));
        var identity = await record.Client.IdentityAsync(record.Grant(Category.Identity), Cancel);
        Assert.Equal("Amy", identity.Value!.Name.Display);
        Assert.Equal(1, identity.Completeness.NotTheirs);
    }

    [Fact]
    public async Task A_contained_coverage_of_another_beneficiary_is_not_read_from_a_claim()
    {
        const string contained = """,\"contained\":[{"resourceType":"Coverage","id":"c","beneficiary":{"reference":"Patient/bob"},"payor":[{"display":"Bob's plan"}]}]""";
        using var record = new TheirRecord(new FakeRecordServer()
            .Searched("Coverage", Searchset.Of())
            .Searched("ExplanationOfBenefit", Searchset.Of(Searchset.Claim("one", more: contained.Replace("\\", "", StringComparison.Ordinal)))));
        var coverage = await record.Client.CoverageAsync(record.Grant(Category.Coverage), Cancel);
        Assert.Empty(coverage.Value!);
    }
}
