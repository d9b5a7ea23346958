using PrivacyPortal.Services.Access;

namespace PrivacyPortal.Tests.Services.Records;

[Trait("clause", "C11")]
public sealed class RequestsTests
{
    [Fact]
    public async Task The_members_id_is_in_the_body_and_not_in_the_address()
    {
        var server = new FakeRecordServer().Searched("ExplanationOfBenefit", Searchset.Of());
        using var record = new TheirRecord(server);
        await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken);
        var sent = Assert.Single(server.Requests);
        Assert.Equal("https://records.example/fhir/ExplanationOfBenefit/_search", sent.Address.AbsoluteUri);
        Assert.Equal("patient=amy&_sort=-created&_include=ExplanationOfBenefit%3Aprovider", sent.Body);
        Assert.Equal("Bearer " + TheirRecord.Token, sent.Authorization);
        Assert.Equal("application/fhir+json", sent.Accept);
    }

    [Fact]
    public async Task A_server_that_refuses_POST_is_not_asked_by_GET_instead()
    {
        var server = new FakeRecordServer().Searched("ExplanationOfBenefit", "", System.Net.HttpStatusCode.MethodNotAllowed);
        using var record = new TheirRecord(server);
        Assert.False((await record.Client.ClaimsAsync(record.Grant(Category.Claims), TestContext.Current.CancellationToken)).Arrived);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_knows_GET_only_is_asked_so_when_the_operator_says_so()
    {
        var server = new FakeRecordServer().Continued("/fhir/Condition?patient=amy&_sort=-recorded-date", Searchset.Of());
        using var record = new TheirRecord(server, adjust: options => options.SearchByGet = true);
        Assert.True((await record.Client.ConditionsAsync(record.Grant(Category.Clinical), TestContext.Current.CancellationToken)).Arrived);
    }
}
