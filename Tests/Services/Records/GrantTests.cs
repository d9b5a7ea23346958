using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Audit;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Tests.Services.Records;

[Trait("clause", "C13")]
public sealed class GrantTests
{
    private static readonly Dictionary<string, (Category Category, Func<IMemberRecords, AuditedGrant, Task> Fetch)> Methods = new()
    {
        [nameof(IMemberRecords.IdentityAsync)] = (Category.Identity, (records, grant) => records.IdentityAsync(grant, default)),
        [nameof(IMemberRecords.CoverageAsync)] = (Category.Coverage, (records, grant) => records.CoverageAsync(grant, default)),
        [nameof(IMemberRecords.ClaimsAsync)] = (Category.Claims, (records, grant) => records.ClaimsAsync(grant, default)),
        [nameof(IMemberRecords.VisitsAsync)] = (Category.Services, (records, grant) => records.VisitsAsync(grant, default)),
        [nameof(IMemberRecords.ProceduresAsync)] = (Category.Services, (records, grant) => records.ProceduresAsync(grant, default)),
        [nameof(IMemberRecords.MedicationsAsync)] = (Category.Medications, (records, grant) => records.MedicationsAsync(grant, default)),
        [nameof(IMemberRecords.ConditionsAsync)] = (Category.Clinical, (records, grant) => records.ConditionsAsync(grant, default)),
        [nameof(IMemberRecords.AllergiesAsync)] = (Category.Clinical, (records, grant) => records.AllergiesAsync(grant, default)),
        [nameof(IMemberRecords.ImmunizationsAsync)] = (Category.Clinical, (records, grant) => records.ImmunizationsAsync(grant, default)),
        [nameof(IMemberRecords.CareTeamsAsync)] = (Category.Clinical, (records, grant) => records.CareTeamsAsync(grant, default)),
        [nameof(IMemberRecords.ResultsAsync)] = (Category.Results, (records, grant) => records.ResultsAsync(grant, default)),
        [nameof(IMemberRecords.MessagesAsync)] = (Category.Messages, (records, grant) => records.MessagesAsync(grant, default)),
        [nameof(IMemberRecords.DocumentsAsync)] = (Category.Documents, (records, grant) => records.DocumentsAsync(grant, default)),
        [nameof(IMemberRecords.DocumentContentAsync)] = (Category.Documents, (records, grant) => records.DocumentContentAsync("d", grant, default)),
        [nameof(IMemberRecords.CopyAsync)] = (Category.Claims, (records, grant) => records.CopyAsync(Category.Claims, grant, default)),
    };

    public static TheoryData<string> Names => [.. typeof(IMemberRecords).GetMethods().Select(method => method.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_grant_for_any_other_category_opens_nothing_and_nothing_is_sent(string method)
    {
        var server = new FakeRecordServer();
        using var record = new TheirRecord(server);
        var (category, fetch) = Methods[method];
        foreach (var other in Enum.GetValues<Category>().Where(one => one != category))
            await Assert.ThrowsAsync<InvalidOperationException>(() => fetch(record.Client, record.Grant(other)));
        Assert.Empty(server.Requests);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_grant_past_its_end_opens_nothing_and_nothing_is_sent(string method)
    {
        var server = new FakeRecordServer();
        using var record = new TheirRecord(server);
        var (category, fetch) = Methods[method];
        var grant = record.Grant(category);
        record.Clock.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<InvalidOperationException>(() => fetch(record.Client, grant));
        Assert.Empty(server.Requests);
    }
}
