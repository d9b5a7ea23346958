using PrivacyPortal.Journeys.Forgetting;
using PrivacyPortal.Journeys.Support;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Journeys.Operations;

/// <summary>A member signs in, views every page of a record full of canaries and types one, with every log level on: the collector gets figures and nothing of it.</summary>
[Trait("clause", "C15")]
[Collection(JourneyTests.Name)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Nothing_that_a_member_views_or_types_reaches_the_collector()
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        var cancel = TestContext.Current.CancellationToken;
        await using var collector = await OtlpReceiver.StartAsync(cancel);
        await using var viewed = new ViewedPortal("--Telemetry:Endpoint", collector.Address);
        await viewed.StartAsync();
        await using (var visitor = await viewed.ViewAsync("member-2"))
            await visitor.Page.GetByTestId("sign-out").ClickAsync();
        await viewed.Portal.StopAsync(cancel);
        // it arrived: spans of pages and of the record system, figures of the portal, lines of its log
        Assert.Contains("search ExplanationOfBenefit", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("POST /sign-in", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("portal.memory.sections", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.NotEmpty(collector.Of("logs"));
        var all = collector.All;
        var patient = SampleMembers.PatientOf("member-2");
        string[] marks = ["member-2", patient, "_search", PortalVisitor.PersonalPassword, .. viewed.Canaries.SelectMany(canary => new[] { canary.First, canary.Second })];
        Assert.All(marks, mark => Assert.DoesNotContain(mark, all, StringComparison.OrdinalIgnoreCase));
    }
}
