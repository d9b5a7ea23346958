using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;

namespace PrivacyPortal.Tests.Services.Records;

[Trait("clause", "C13")]
public sealed class PractitionerPanelTests
{
    private const string Them = """{"reference":"Practitioner/7"}""";
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Care_teams_general_practitioners_and_recent_claims_make_the_panel()
    {
        var panel = await AskAsync(
            [Team("t1", "amy", "active", """{"start":"2020-01-01"}""")],
            ["""{"resourceType":"Patient","id":"bob","generalPractitioner":[{"reference":"Practitioner/7"}]}"""],
            [Claim("c1", "cat", "2026-02-01", "active")], []);
        Assert.Equal(["amy CareTeam/t1", "bob Patient/bob", "cat ExplanationOfBenefit/c1"], Said(panel));
    }

    [Fact]
    public async Task What_is_over_old_cancelled_or_anothers_shows_nothing_whatever_the_search_gave()
    {
        var panel = await AskAsync(
            [
                Team("t1", "amy", "inactive", "{}"), Team("t2", "amy", "active", """{"end":"2026-11-23"}"""), Team("t3", "amy", "active", "{}", "Practitioner/8"),
                """{"resourceType":"CareTeam","id":"t4","status":"active","subject":{"reference":"https://elsewhere.example/fhir/Patient/amy"},"participant":[{"member":{"reference":"Practitioner/7"}}]}""",
                """{"resourceType":"CareTeam","id":"t5","status":"active","subject":{"reference":"Patient/amy"},"participant":[{"member":{"reference":"Practitioner/7"},"period":{"end":"2020"}}]}""",
            ],
            ["""{"resourceType":"Patient","id":"bob","active":false,"generalPractitioner":[{"reference":"Practitioner/7"}]}""", """{"resourceType":"Patient","id":"dan"}"""],
            [Claim("c1", "cat", "2025-11-20", "active"), Claim("c2", "cat", "2026-02-01", "cancelled"), Claim("c3", "cat", "2027-02-01", "active"), """{"resourceType":"ExplanationOfBenefit","id":"c4","created":7}"""], []);
        Assert.Empty(Said(panel));
    }

    [Fact]
    public async Task A_record_system_that_does_not_answer_makes_no_panel()
    {
        var server = new FakeRecordServer().Searched("CareTeam", Searchset.Of(Team("t1", "amy", "active", "{}"))).Searched("Patient", "", System.Net.HttpStatusCode.InternalServerError);
        Assert.Null(await Panel(server).PatientsOfAsync("Practitioner/7", default));
    }

    [Fact]
    public async Task Half_a_list_is_no_panel()
    {
        var server = new FakeRecordServer()
            .Searched("CareTeam", Searchset.Page(2, "https://records.example/fhir?_page=2", Team("t1", "amy", "active", "{}")))
            .Continued("/fhir?_page=2", "", System.Net.HttpStatusCode.Gone);
        Assert.Null(await Panel(server).PatientsOfAsync("Practitioner/7", default));
    }

    [Fact]
    public async Task The_practitioner_stands_in_the_body_and_only_what_is_needed_is_asked()
    {
        var server = Answering([], [], [], []);
        await Panel(server).PatientsOfAsync("Practitioner/7", default);
        Assert.Equal(["/fhir/CareTeam/_search", "/fhir/Patient/_search", "/fhir/ExplanationOfBenefit/_search", "/fhir/ExplanationOfBenefit/_search"], server.Requests.Select(sent => sent.Address.PathAndQuery));
        Assert.All(server.Requests, sent => Assert.Contains("_elements=id", sent.Body, StringComparison.Ordinal));
        Assert.Contains("created=ge2025-11-24", server.Requests[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_member_is_asked_about_alone_and_the_first_that_shows_it_is_enough()
    {
        var server = Answering([Team("t1", "amy", "active", "{}")], [], [], []);
        Assert.True(await Panel(server).HasAsync("Practitioner/7", PatientId.From("amy")!.Value, default));
        Assert.Contains("patient=amy", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_everybodys_care_teams_only_the_members_own_counts()
    {
        var server = Answering([Team("t1", "bob", "active", "{}")], [], [], []);
        Assert.False(await Panel(server).HasAsync("Practitioner/7", PatientId.From("amy")!.Value, default));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Whoever_cannot_be_asked_says_nothing_about_a_member()
    {
        var server = new FakeRecordServer().Searched("CareTeam", Searchset.Of()).Searched("Patient", "", System.Net.HttpStatusCode.InternalServerError);
        Assert.Null(await Panel(server).HasAsync("Practitioner/7", PatientId.From("amy")!.Value, default));
    }

    private static Task<IReadOnlyList<PanelEntry>?> AskAsync(string[] teams, string[] patients, string[] claims, string[] own) =>
        Panel(Answering(teams, patients, claims, own)).PatientsOfAsync("Practitioner/7", default);

    private static FakeRecordServer Answering(string[] teams, string[] patients, string[] claims, string[] own) => new FakeRecordServer()
        .Searched("CareTeam", Searchset.Of(teams)).Searched("Patient", Searchset.Of(patients))
        .Searched("ExplanationOfBenefit", Searchset.Of(claims)).Searched("ExplanationOfBenefit", Searchset.Of(own));

    private static FhirPractitionerPanel Panel(FakeRecordServer server) => new(
        new RecordSystemOptions { BaseUrl = TheirRecord.Base, Auth = { Bearer = TheirRecord.Token } }, new PanelOptions(), () => server, Clock);

    private static string[] Said(IReadOnlyList<PanelEntry>? panel) => [.. panel!.Select(entry => $"{entry.Subject.Value} {entry.EvidenceRef}")];

    private static string Team(string id, string patient, string status, string period, string member = "Practitioner/7") =>
        $$"""{"resourceType":"CareTeam","id":"{{id}}","status":"{{status}}","period":{{period}},"subject":{"reference":"Patient/{{patient}}"},"participant":[{"member":{"reference":"{{member}}"} }]}""";

    private static string Claim(string id, string patient, string created, string status) =>
        $$"""{"resourceType":"ExplanationOfBenefit","id":"{{id}}","status":"{{status}}","created":"{{created}}","patient":{"reference":"Patient/{{patient}}"},"careTeam":[{"provider":{{Them}} }]}""";
}
