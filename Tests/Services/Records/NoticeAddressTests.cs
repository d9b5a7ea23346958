using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Records;

/// <summary>The one field that is read without anybody viewing: asked for alone, of the right member, after its audit row, for a minute.</summary>
[Trait("clause", "C18")]
public sealed class NoticeAddressTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeRecordServer server = new();
    private readonly MemoryAudit audit = new();

    [Fact]
    public async Task Only_the_members_telecom_is_asked_for()
    {
        server.Searched("Patient", Searchset.Of("""{"resourceType":"Patient","id":"amy","telecom":[{"system":"phone","value":"555"},{"system":"email","value":"amy@mail.example"}]}"""));
        Assert.Equal("amy@mail.example", (await ReadAsync()).Address);
        Assert.Equal("_id=amy&_elements=id,telecom", Assert.Single(server.Requests).Body);
        var entry = Assert.Single(audit.Entries);
        Assert.Equal((AuditAct.NoticeAddressRead, "account", "amy", Category.Identity, "NewMessage"), (entry.Act, entry.Account, entry.Subject, entry.Category, entry.Rule));
    }

    [Theory]
    [InlineData("""[{"system":"email","use":"old","value":"old@mail.example"},{"system":"email","value":"new@mail.example"}]""", "new@mail.example")]
    [InlineData("""[{"system":"email","value":"past@mail.example","period":{"end":"2020"}},{"system":"email","value":"new@mail.example"}]""", "new@mail.example")]
    [InlineData("""[{"system":"email","rank":2,"value":"second@mail.example"},{"system":"email","rank":1,"value":"first@mail.example"}]""", "first@mail.example")]
    [InlineData("""[{"system":"phone","value":"555"}]""", null)]
    [InlineData("""[{"system":"email"}]""", null)]
    [InlineData("[]", null)]
    public async Task The_records_own_preference_decides(string telecom, string? address)
    {
        server.Searched("Patient", Searchset.Of($$"""{"resourceType":"Patient","id":"amy","telecom":{{telecom}} }"""));
        Assert.Equal((address, null), ((await ReadAsync()) is var read ? read.Address : null, read.Problem));
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task Someone_elses_address_is_none()
    {
        server.Searched("Patient", Searchset.Of("""{"resourceType":"Patient","id":"eve","telecom":[{"system":"email","value":"eve@mail.example"}]}"""));
        Assert.Equal(new NoticeAddress(null, RecordProblem.NotTheirs), await ReadAsync());
    }

    [Fact]
    [Trait("clause", "C13")]
    public async Task Unaudited_nothing_is_asked()
    {
        audit.Broken = true;
        await Assert.ThrowsAsync<AuditUnavailableException>(ReadAsync);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_errand_is_over_after_a_minute()
    {
        var errand = await ErrandAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Client().ReadAsync(errand, default));
        Assert.Empty(server.Requests);
    }

    [Fact]
    [Trait("clause", "C11")]
    public void What_was_read_prints_nothing() => Assert.DoesNotContain("amy", new NoticeAddress("amy@mail.example", null).ToString(), StringComparison.Ordinal);

    private async Task<NoticeAddress> ReadAsync() => await Client().ReadAsync(await ErrandAsync(), default);

    private Task<NoticeErrand> ErrandAsync() => NoticeErrand.WriteAsync(audit, "account", PatientId.From("amy")!.Value, "NewMessage", clock.GetUtcNow(), default);

    private FhirNoticeAddress Client() => new(new RecordSystemOptions { BaseUrl = TheirRecord.Base, Auth = { Bearer = TheirRecord.Token } }, () => server, clock);
}
