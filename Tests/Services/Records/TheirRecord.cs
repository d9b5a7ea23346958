using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Records;

/// <summary>A record client over a handler, and grants to open it with.</summary>
internal sealed class TheirRecord : IDisposable
{
    public const string Base = "https://records.example/fhir";
    public const string Token = "a-token-for-tests";

    public TheirRecord(HttpMessageHandler server, string member = "amy", Action<RecordSystemOptions>? adjust = null)
    {
        Member = PatientId.From(member)!.Value;
        var options = new RecordSystemOptions { BaseUrl = Base, Auth = { Bearer = Token } };
        adjust?.Invoke(options);
        Client = new FhirMemberRecords(options, server, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public PatientId Member { get; }

    public FhirMemberRecords Client { get; }

    public AuditedGrant Grant(Category category)
    {
        var actor = new Actor("account", "session", new HashSet<Role> { Role.Member }, Member, HasPersonalPassword: true);
        var decision = AccessDecision.Allow(new AccessRequest(actor, Member, category, PurposeOfUse.PatientRequest), "a test", NeedKind.Self);
        var grant = new Grant(decision, Clock.GetUtcNow() + TimeSpan.FromMinutes(2));
        return AuditedGrant.WriteAsync(new MemoryAudit(), grant, AuditEntry.For(decision), default).AsTask().GetAwaiter().GetResult();
    }

    public void Dispose() => Client.Dispose();
}
