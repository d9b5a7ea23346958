using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Tests.Services.Records;

public sealed class CoverageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_digital_card_is_read_with_its_words_for_costs()
    {
        var sample = SampleRecord.Of("insurance-card/c4dic-transaction.json");
        using var record = sample.As("Example-Patient2");
        var card = Assert.Single((await record.Client.CoverageAsync(record.Grant(Category.Coverage), Cancel)).Value!);
        Assert.Equal(("102345672-02", "102345672-01", "02", "John Doe"), (card.MemberNumber, card.SubscriberNumber, card.Dependent, card.SubscriberName));
        Assert.Equal(("Acme Gold Plus", "Stars Inc", "993355", "Acme Gold Plus South", "Acme Insurance Co"), (card.PlanName, card.GroupName, card.GroupNumber, card.Network, card.Payer));
        Assert.Equal("100045", card.Classes.Single(one => one.Kind!.Code == "rxbin").Value);
        Assert.Contains(card.Costs, cost => cost is { Amount: null, Words: "DED THEN $10/$40/$70/25%" });
        Assert.Contains(card.Costs, cost => cost is { Kind.Code: "FamInDed", Amount.Amount: 8000m });
    }

    [Fact]
    public async Task Without_Coverage_resources_it_is_read_from_the_claims_once_for_each_payer()
    {
        var sample = SampleRecord.Of("synthea/margie-hettinger.json");
        using var record = sample.As(sample.Of<Hl7.Fhir.Model.Patient>().Single().Id!);
        var coverage = await record.Client.CoverageAsync(record.Grant(Category.Coverage), Cancel);
        var payers = sample.Of<Hl7.Fhir.Model.ExplanationOfBenefit>().Select(eob => eob.Insurer.Display).Distinct().Order();
        Assert.Equal(payers, coverage.Value!.Select(one => one.Payer!).Order());
        Assert.All(coverage.Value!, one => Assert.True(one.ReadFromClaims));
        Assert.True(coverage.Completeness.Whole);
    }

    [Fact]
    public async Task The_primary_coverage_comes_first()
    {
        static string Coverage(string id, string more) => $$"""{"resourceType":"Coverage","id":"{{id}}","beneficiary":{"reference":"Patient/amy"}{{more}} }""";
        using var record = new TheirRecord(new FakeRecordServer().Searched("Coverage", Searchset.Of(Coverage("none", ""), Coverage("two", ",\"order\":2"), Coverage("one", ",\"order\":1"))));
        var coverage = await record.Client.CoverageAsync(record.Grant(Category.Coverage), Cancel);
        Assert.Equal(["one", "two", "none"], coverage.Value!.Select(one => one.Id));
    }

    [Fact]
    public async Task Coverage_of_someone_else_does_not_send_the_portal_to_the_claims()
    {
        var server = new FakeRecordServer().Searched("Coverage", Searchset.Of("""{"resourceType":"Coverage","id":"c","beneficiary":{"reference":"Patient/bob"}}"""));
        using var record = new TheirRecord(server);
        var coverage = await record.Client.CoverageAsync(record.Grant(Category.Coverage), Cancel);
        Assert.Empty(coverage.Value!);
        Assert.Equal(1, coverage.Completeness.NotTheirs);
    }

    [Fact]
    public async Task A_failure_of_the_claims_is_a_failure()
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("Coverage", Searchset.Of())
            .Searched("ExplanationOfBenefit", "", System.Net.HttpStatusCode.ServiceUnavailable));
        Assert.Equal(RecordProblem.Busy, (await record.Client.CoverageAsync(record.Grant(Category.Coverage), Cancel)).Problem);
    }

    [Fact]
    public async Task A_member_number_is_put_together_only_where_the_coverage_has_none_and_stays_apart()
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("Coverage",
            Searchset.Of("""{"resourceType":"Coverage","id":"c","beneficiary":{"reference":"Patient/amy"},"subscriberId":"888","dependent":"01"}""")));
        Assert.Equal("888 01", Assert.Single((await record.Client.CoverageAsync(record.Grant(Category.Coverage), Cancel)).Value!).MemberNumber);
    }
}
