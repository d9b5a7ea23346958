using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;
using PrivacyPortal.Tests.Services.Records;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Members;

[Trait("clause", "C13")]
public sealed class FindMemberTests
{
    private static readonly DateOnly Born = new(1986, 1, 1);
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    private readonly MemoryAudit audit = new();
    private readonly SearchAllowance allowance;

    public FindMemberTests() => allowance = new(clock);

    [Fact]
    public async Task Both_identifiers_find_the_one_member_who_has_them()
    {
        var server = new FakeRecordServer().Searched("Patient", Searchset.Of(Patient("amy", "1234-5678", "1986-01-01")));
        Assert.Equal("amy", (await FindAsync(server, "1234-5678")).Subject!.Value.Value);
        var sent = Assert.Single(server.Requests);
        Assert.Equal("/fhir/Patient/_search", sent.Address.PathAndQuery);
        Assert.Equal("identifier=1234-5678&birthdate=1986-01-01&_elements=id,identifier,birthDate", sent.Body);
        Assert.Equal((AuditAct.MemberSearched, true, "amy"), (audit.Entries[0].Act, audit.Entries[0].Allowed, audit.Entries[0].Subject));
    }

    [Theory]
    [InlineData("amy", "1234-5678", "1986-01-02", "MB")]
    [InlineData("amy", "1234-5679", "1986-01-01", "MB")]
    [InlineData("amy", "1234-5678", "1986-01", "MB")]
    [InlineData("amy", "1234-5678", "1986-01-01", "SS")]
    public async Task A_record_system_that_ignores_what_it_is_asked_finds_nobody(string id, string number, string born, string type)
    {
        var server = new FakeRecordServer().Searched("Patient", Searchset.Of(Patient(id, number, born, type)));
        Assert.Equal(FindRefusal.NobodyThere, (await FindAsync(server, "1234-5678")).Refusal);
        Assert.Equal((false, null, "NobodyThere"), (audit.Entries[0].Allowed, audit.Entries[0].Subject, audit.Entries[0].Reason));
    }

    [Fact]
    public async Task Two_who_have_both_are_nobody()
    {
        var server = new FakeRecordServer().Searched("Patient", Searchset.Of(Patient("amy", "1234-5678", "1986-01-01"), Patient("bob", "1234-5678", "1986-01-01")));
        Assert.Equal(FindRefusal.NobodyThere, (await FindAsync(server, "1234-5678")).Refusal);
    }

    [Theory]
    [InlineData("a,b,c")]
    [InlineData("http://x|1234")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData(null)]
    public async Task What_is_no_number_is_not_asked(string? number)
    {
        var server = new FakeRecordServer();
        Assert.Equal(FindRefusal.NobodyThere, (await FindAsync(server, number)).Refusal);
        Assert.Empty(server.Requests);
        Assert.Single(audit.Entries);
    }

    [Fact]
    public async Task After_ten_searches_the_eleventh_is_not_made_until_time_has_passed()
    {
        var server = new FakeRecordServer();
        for (var search = 0; search < SearchAllowance.Searches; search++)
            await FindAsync(server.Searched("Patient", Searchset.Of()), "1234-5678");
        Assert.Equal(FindRefusal.TooOften, (await FindAsync(server, "1234-5678")).Refusal);
        Assert.Equal((SearchAllowance.Searches, SearchAllowance.Searches + 1), (server.Requests.Count, audit.Entries.Count));
        clock.Advance(SearchAllowance.In);
        Assert.Equal(FindRefusal.NobodyThere, (await FindAsync(server.Searched("Patient", Searchset.Of()), "1234-5678")).Refusal);
    }

    [Theory]
    [InlineData(Role.Member)]
    [InlineData(Role.Representative)]
    [InlineData(Role.Administrator)]
    public async Task Whoever_is_not_at_work_with_members_searches_for_nobody(Role role)
    {
        var server = new FakeRecordServer();
        Assert.Equal(FindRefusal.NotYourOffice, (await FindAsync(server, "1234-5678", role)).Refusal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_answered()
    {
        audit.Broken = true;
        var server = new FakeRecordServer().Searched("Patient", Searchset.Of(Patient("amy", "1234-5678", "1986-01-01")));
        Assert.Equal(new FindAnswer(null, FindRefusal.NotAudited), await FindAsync(server, "1234-5678"));
    }

    private Task<FindAnswer> FindAsync(FakeRecordServer server, string? number, Role role = Role.Support)
    {
        var directory = new FhirMemberDirectory(new RecordSystemOptions { BaseUrl = TheirRecord.Base, Auth = { Bearer = TheirRecord.Token } }, () => server, clock);
        var who = new Actor("sam", "session", new HashSet<Role> { role }, null, HasPersonalPassword: true);
        return new FindMember(directory, audit, new AccessPolicy(clock), allowance).RunAsync(who, MemberIdentifiers.From(number, Born), default);
    }

    private static string Patient(string id, string number, string born, string type = "MB") =>
        $$"""{"resourceType":"Patient","id":"{{id}}","birthDate":"{{born}}","identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"{{type}}"}]},"value":"{{number}}"}]}""";
}
