using System.Net;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;
using PrivacyPortal.Tests.Support;
using Task = System.Threading.Tasks.Task;

namespace PrivacyPortal.Tests.Services.Records;

[Trait("clause", "C14")]
public sealed class ConcernWordsTests
{
    private static readonly PatientId Amy = PatientId.From("amy")!.Value;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeRecordServer server = new();
    private readonly MemoryAudit audit = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_concern_is_a_Communication_of_its_member_that_a_strict_reader_takes()
    {
        server.On("POST /fhir/Communication", Created("https://records.example/fhir/Communication/c1/_history/1"));
        var letter = new ConcernLetter(Amy, "C-1234-5678", "Why? \"quoted\" ñ") { Entries = [7, 9] };
        Assert.Equal(new WordsWritten("Communication/c1", null), await Words().WriteAsync(letter, Stop));
        var made = Assert.IsType<Communication>(FhirJsonDeserializer.STRICT.DeserializeResource(server.Requests.Single().Body!));
        Assert.Equal(("Patient/amy", letter.Words, "C-1234-5678"), (made.Subject!.Reference, ((FhirString)made.Payload.Single().Content!).Value, made.Identifier.Single().Value));
        Assert.Equal(["7", "9"], made.About.Select(about => about.Identifier!.Value));
    }

    [Theory]
    [InlineData("https://elsewhere.example/fhir/Communication/c1")]
    [InlineData("https://records.example/fhir/Task/c1")]
    public async Task Words_whose_place_is_not_in_the_record_system_are_not_written(string place)
    {
        server.On("POST /fhir/Communication", Created(place));
        Assert.Equal(new WordsWritten(null, RecordProblem.Unreadable), await Words().WriteAsync(new ConcernLetter(Amy, "C-1", "x"), Stop));
    }

    [Theory]
    [InlineData("amy", "c1", "words", null)]
    [InlineData("eve", "c1", null, RecordProblem.NotTheirs)]
    [InlineData("amy", "c2", null, RecordProblem.Unavailable)]
    [Trait("clause", "C13")]
    public async Task Only_the_members_own_letter_is_read_and_only_after_its_audit_row(string subject, string id, string? words, RecordProblem? problem)
    {
        server.Searched("Communication", Searchset.Of($$"""{"resourceType":"Communication","id":"{{id}}","identifier":[{"value":"C-1"}],"status":"completed","subject":{"reference":"Patient/{{subject}}"},"payload":[{"contentString":"words"}]}"""));
        var read = await Words().ReadAsync(await ErrandAsync(), Stop);
        Assert.Equal((words, problem), (read.Words, read.Problem));
        Assert.Equal((AuditAct.ConcernRead, "amy", "C-1"), (audit.Entries.Single().Act, audit.Entries.Single().Subject, audit.Entries.Single().Target));
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task An_errand_is_over_after_a_minute_and_there_is_none_unaudited()
    {
        var errand = await ErrandAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Words().ReadAsync(errand, Stop));
        audit.Broken = true;
        await Assert.ThrowsAsync<AuditUnavailableException>(ErrandAsync);
        Assert.Empty(server.Requests);
    }

    private Task<ConcernErrand> ErrandAsync() => ConcernErrand.WriteAsync(
        audit, new Actor("pia", "s", new HashSet<Role> { Role.PrivacyOfficer }, null, HasPersonalPassword: true), Amy, "C-1", "Communication/c1", clock.GetUtcNow(), Stop);

    private FhirConcernWords Words() => new(new RecordSystemOptions { BaseUrl = TheirRecord.Base, Auth = { Bearer = TheirRecord.Token } }, () => server, clock);

    private static Func<CancellationToken, Task<HttpResponseMessage>> Created(string place) => _ =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Headers = { Location = new Uri(place) } });
}
