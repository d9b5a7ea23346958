using Microsoft.Extensions.Configuration;
using PrivacyPortal.App.Startup;

namespace PrivacyPortal.Tests.App.Startup;

/// <summary>A portal with missing settings says each of them at once and does not start.</summary>
public sealed class SettingsCheckTests
{
    [Fact]
    public void In_production_every_missing_setting_is_named_once()
    {
        var problems = SettingsCheck.Problems(new ConfigurationBuilder().Build(), evaluation: false);
        foreach (var setting in new[] { "Plan:Name", "Plan:LegalName", "Plan:Telephone", "Plan:Post", "Plan:Email", "Records:BaseUrl", "Kestrel:Certificates", "Portal:KeyRing:Path", "AllowedHosts" })
            Assert.Single(problems, problem => problem.StartsWith(setting, StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_system_without_https_is_refused() =>
        Assert.Contains(SettingsCheck.Problems(Configured(("Records:BaseUrl", "http://records.example/fhir")), evaluation: false), problem => problem.StartsWith("Records:BaseUrl", StringComparison.Ordinal));

    [Fact]
    public void Evaluation_needs_nothing_but_its_made_up_plan() =>
        Assert.Empty(SettingsCheck.Problems(new ConfigurationBuilder().AddInMemoryCollection(EvaluationPlan.Settings).Build(), evaluation: true));

    private static IConfigurationRoot Configured(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
