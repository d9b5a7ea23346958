using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using Task = System.Threading.Tasks.Task;

namespace PrivacyPortal.Tests.Services.Audit;

[Trait("clause", "C23")]
public sealed class AuditEventTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_act_becomes_an_AuditEvent_that_a_strict_reader_takes()
    {
        await using var store = await AuditStore.MakeAsync();
        foreach (var act in Enum.GetValues<AuditAct>())
            await store.Log.AppendAsync(AuditStore.Read(1) with { Act = act, Target = "n1" }, Stop);
        await store.Log.AppendAsync(new AuditEntry(AuditAct.SignIn, Allowed: false) { Reason = "WrongPassword" }, Stop);
        var events = await ExportAsync(store);
        Assert.Equal(Enum.GetValues<AuditAct>().Length + 1, events.Count);
        Assert.Equal(Enum.GetNames<AuditAct>().Append("SignIn"), events.Select(one => one.Subtype.Single(coding => coding.System == "urn:privacy-portal:act").Code));
        Assert.All(events, one => Assert.Single(one.Agent, agent => agent.Requestor == true));
    }

    [Fact]
    public async Task It_says_who_whose_why_by_which_rule_and_with_which_outcome_and_names_its_row()
    {
        await using var store = await AuditStore.MakeAsync();
        var entry = AuditStore.Read(3) with { Act = AuditAct.RecordRead, Role = Role.Provider, Purpose = PurposeOfUse.EmergencyTreatment, Need = NeedKind.Emergency, Rule = "EmergencyIsBrief", Target = "n7" };
        await store.Log.AppendAsync(entry, Stop);
        await store.Log.AppendAsync(entry with { Allowed = false, Reason = nameof(Refusal.NoLiveNeed) }, Stop);
        var (read, refused) = (await ExportAsync(store)) switch { [var first, var second] => (first, second), _ => throw new InvalidOperationException() };
        var agent = read.Agent.Single(one => one.Requestor == true);
        Assert.Equal((AuditEvent.AuditEventAction.R, AuditEvent.AuditEventOutcome.N0), (read.Action, read.Outcome));
        Assert.Equal((entry.Account, "Provider", "ETREAT", "urn:privacy-portal:rule:EmergencyIsBrief"),
            (agent.Who!.Identifier!.Value, agent.Role.Single().Coding.Single().Code, agent.PurposeOfUse.Single().Coding.Single().Code, agent.Policy.Single()));
        var patient = read.Entity.Single(one => one.What?.Reference is not null);
        Assert.Equal("Patient/p1", patient.What!.Reference);
        Assert.Equal([entry.Category.ToString(), "Emergency"], patient.Detail.Select(detail => ((FhirString)detail.Value).Value));
        Assert.Equal("0", ((FhirString)read.Entity.Single(one => one.Name == "audit log").Detail[0].Value).Value);
        Assert.Equal((AuditEvent.AuditEventOutcome.N4, nameof(Refusal.NoLiveNeed)), (refused.Outcome, refused.OutcomeDesc));
    }

    private static async Task<List<AuditEvent>> ExportAsync(AuditStore store)
    {
        var file = Path.Combine(store.Folder, "events.ndjson");
        var written = await store.Services.GetRequiredService<ExportAuditEvents>().ToAsync(file, Stop);
        var lines = await File.ReadAllLinesAsync(file, Stop);
        Assert.Equal(written, lines.Length);
        return [.. lines.Select(line => Assert.IsType<AuditEvent>(FhirJsonDeserializer.STRICT.DeserializeResource(line)))];
    }
}
