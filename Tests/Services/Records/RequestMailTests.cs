using System.Net;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;
using PrivacyPortal.Services.Storage;
using PrivacyPortal.Tests.Support;
using Task = System.Threading.Tasks.Task;

namespace PrivacyPortal.Tests.Services.Records;

[Trait("clause", "C14")]
public sealed class RequestMailTests
{
    private static readonly PatientId Amy = PatientId.From("amy")!.Value;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeRecordServer server = new();
    private readonly MemoryAudit audit = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_and_its_text_are_what_a_strict_reader_takes()
    {
        var request = new RequestTask(Amy, "R-1", RequestKind.Amendment, RequestState.InWork, clock.GetUtcNow(), clock.GetUtcNow().AddDays(60)) { CaseId = "case1", Claim = "ExplanationOfBenefit/e1" };
        var task = Assert.IsType<Hl7.Fhir.Model.Task>(FhirJsonDeserializer.STRICT.DeserializeResource(System.Text.Encoding.UTF8.GetString(MessageJson.Write(request, "t1"))));
        Assert.Equal(("t1", "Patient/amy", "ExplanationOfBenefit/e1"), (task.Id, task.For!.Reference, task.Focus!.Reference));
        Assert.Equal(["R-1", "case1"], task.Identifier.Select(one => one.Value));
        server.On("POST /fhir/Communication", _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Headers = { Location = new Uri("https://records.example/fhir/Communication/c1/_history/1") } }));
        Assert.Equal(new WordsWritten("Communication/c1", null), await Mail().WriteAsync(new RequestLetter(Amy, "R-1", "Task/t1", FromMember: true, "<b>plain</b> ñ"), Stop));
        var made = Assert.IsType<Communication>(FhirJsonDeserializer.STRICT.DeserializeResource(server.Requests.Single().Body!));
        Assert.Equal(("Patient/amy", "<b>plain</b> ñ", "Task/t1"), (made.Sender!.Reference, ((FhirString)made.Payload.Single().Content!).Value, made.PartOf.Single().Reference));
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task Sealed_letters_concerns_other_requests_and_other_members_are_not_among_the_texts()
    {
        const string Ours = "\"category\":[{\"coding\":[{\"system\":\"urn:privacy-portal:communication\",\"code\":\"member-request\"}]}]";
        server.Searched("Communication", Searchset.Of(
            $$"""{"resourceType":"Communication","id":"1",{{Ours}},"identifier":[{"system":"urn:privacy-portal:request","value":"R-1"}],"status":"completed","subject":{"reference":"Patient/amy"},"payload":[{"contentString":"ours"}]}""",
            $$"""{"resourceType":"Communication","id":"2",{{Ours}},"identifier":[{"system":"urn:privacy-portal:request","value":"R-2"}],"status":"completed","subject":{"reference":"Patient/amy"},"payload":[{"contentString":"another"}]}""",
            """{"resourceType":"Communication","id":"3","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:1"}],"status":"preparation","subject":{"reference":"Patient/amy"},"payload":[{"contentString":"sealed"}]}""",
            $$"""{"resourceType":"Communication","id":"4",{{Ours}},"identifier":[{"system":"urn:privacy-portal:request","value":"R-1"}],"status":"completed","subject":{"reference":"Patient/eve"},"payload":[{"contentString":"eve's"}]}"""));
        var officer = new Actor("pia", "s", new HashSet<Role> { Role.PrivacyOfficer }, null, HasPersonalPassword: true);
        var errand = await RequestErrand.WriteAsync(audit, officer, Role.PrivacyOfficer, PurposeOfUse.Operations, NeedKind.PrivacyReview, Amy, "R-1", clock.GetUtcNow(), Stop);
        Assert.Equal((AuditAct.RequestRead, "amy", "R-1"), (audit.Entries.Single().Act, audit.Entries.Single().Subject, audit.Entries.Single().Target));
        Assert.Equal("ours", Assert.Single((await Mail().ReadAsync(errand, Stop)).Value!).Words);
        clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Mail().ReadAsync(errand, Stop));
    }

    private FhirRequestMail Mail() => new(new RecordSystemOptions { BaseUrl = TheirRecord.Base, Auth = { Bearer = TheirRecord.Token } }, () => server, clock);
}
