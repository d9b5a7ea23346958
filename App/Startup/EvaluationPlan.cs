namespace PrivacyPortal.App.Startup;

/// <summary>The made-up plan of evaluation mode. Weaker than every other source of configuration, and absent in production.</summary>
internal static class EvaluationPlan
{
    internal static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Plan:Name"] = "Harbor Valley Health",
        ["Plan:LegalName"] = "Harbor Valley Health Plan, Inc.",
        ["Plan:Telephone"] = "1-800-555-0142",
        ["Plan:TelephoneHours"] = "Monday to Friday, 8 a.m. to 8 p.m.; Saturday, 9 a.m. to 1 p.m.",
        ["Plan:Post:0"] = "Harbor Valley Health, Member Services",
        ["Plan:Post:1"] = "100 Example Street",
        ["Plan:Post:2"] = "Springfield, MA 01101",
        ["Plan:Email"] = "members@harborvalley.example",
        // the published sample people have claims of years ago only
        ["Panel:RecentClaimDays"] = "4000",
    };
}
