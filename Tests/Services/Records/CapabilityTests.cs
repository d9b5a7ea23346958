using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Records.Fhir;
using PrivacyPortal.Services.Records.Transport;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Records;

/// <summary>What the record system says it can do, against what the portal needs.</summary>
public sealed class CapabilityTests
{
    [Fact]
    public async Task The_record_system_of_the_evaluation_lacks_nothing()
    {
        await using var records = await RecordSystemServer.StartAsync();
        var settings = records.Settings();
        var options = Options.Create(new RecordSystemOptions
        {
            BaseUrl = settings["Records:BaseUrl"]!,
            PinnedCertificateSha256 = settings["Records:PinnedCertificateSha256"],
            Auth = { Bearer = RecordSystemServer.Token },
        });
        var state = new RecordSystemState();
        using var road = new RecordRoad(options, state, TimeProvider.System);
        using var watch = new CapabilityWatch(options, road, state, TimeProvider.System, NullLogger<CapabilityWatch>.Instance);
        await watch.AskAsync(TestContext.Current.CancellationToken);
        Assert.True(state.Reachable);
        Assert.Empty(state.Lacks);
    }

    [Fact]
    public async Task One_that_does_not_answer_is_not_reachable()
    {
        var options = Options.Create(new RecordSystemOptions { BaseUrl = "https://localhost:1/fhir", Auth = { Bearer = "none" } });
        var state = new RecordSystemState();
        using var road = new RecordRoad(options, state, TimeProvider.System);
        using var watch = new CapabilityWatch(options, road, state, TimeProvider.System, NullLogger<CapabilityWatch>.Instance);
        await watch.AskAsync(TestContext.Current.CancellationToken);
        Assert.False(state.Reachable);
    }

    [Fact]
    public void What_lacks_is_said_one_sentence_each()
    {
        var lacks = CapabilityReading.Lacks(Encoding.UTF8.GetBytes("""
            {"resourceType":"CapabilityStatement","fhirVersion":"5.0.0","rest":[{"mode":"client","resource":[{"type":"Patient"}]},
            {"mode":"server","resource":[{"type":"Encounter","searchParam":[{"name":"patient"}]},{"type":"Communication","interaction":[{"code":"read"}]},7]}]}
            """))!;
        Assert.Contains("The record system does not say that it speaks FHIR 4.0.", lacks);
        Assert.Contains("The record system does not say that it has Patient.", lacks);
        Assert.Contains("The record system does not say that Procedure can be searched by patient.", lacks);
        Assert.Contains(lacks, lack => lack.StartsWith("The record system does not say that Communication can be created", StringComparison.Ordinal));
        Assert.DoesNotContain(lacks, lack => lack.Contains("Encounter", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"resourceType":"OperationOutcome"}""")]
    public void What_is_no_statement_says_nothing(string body) => Assert.Null(CapabilityReading.Lacks(Encoding.UTF8.GetBytes(body)));
}
