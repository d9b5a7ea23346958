using PrivacyPortal.App.Edge;
using PrivacyPortal.App.Operations;
using PrivacyPortal.Services.Needs;
using PrivacyPortal.Services.Notices;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Sessions;
using PrivacyPortal.Services.SignIn;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Startup;

/// <summary>Every problem with the settings, each as one sentence that names the setting. A portal with one does not start.</summary>
internal static class SettingsCheck
{
    /// <summary>The file of passwords stolen elsewhere.</summary>
    internal const string BreachedList = "Passwords:BreachedList";

    internal static IReadOnlyList<string> Problems(IConfiguration configuration, bool evaluation)
    {
        var problems = new List<string>(Bound<PlanOptions>(configuration, PlanOptions.Section).Missing());
        problems.AddRange(Bound<SessionLimitOptions>(configuration, SessionLimitOptions.Section).Problems());
        problems.AddRange(Bound<SignInOptions>(configuration, SignInOptions.Section).Problems());
        problems.AddRange(Bound<EdgeLimitOptions>(configuration, EdgeLimitOptions.Section).Problems());
        problems.AddRange(Bound<HealthOptions>(configuration, HealthOptions.Section).Problems());
        problems.AddRange(Bound<TelemetryOptions>(configuration, TelemetryOptions.Section).Problems());
        problems.AddRange(Bound<PanelOptions>(configuration, PanelOptions.Section).Problems());
        problems.AddRange(Bound<SmtpOptions>(configuration, SmtpOptions.Section).Problems());
        problems.AddRange(Bound<StoreOptions>(configuration, StoreOptions.Section).Problems(evaluation));
        problems.AddRange(KnownProxies.Problems(configuration));
        if (configuration[BreachedList] is { Length: > 0 } list && !File.Exists(list))
            problems.Add($"{BreachedList} names a file that is not there.");
        if (evaluation)
            return problems;
        var records = Bound<RecordSystemOptions>(configuration, RecordSystemOptions.Section);
        problems.AddRange(records.Problems().Concat(records.Auth.FileProblems()));
        if (!configuration.GetSection("Kestrel:Certificates:Default").Exists() && !configuration.GetSection("Kestrel:Endpoints").Exists())
            problems.Add("Kestrel:Certificates:Default must name the certificate (Path, and KeyPath or Password) for https.");
        problems.AddRange(KeyRing.Problems(configuration));
        if (configuration["AllowedHosts"] is null or "" or "*")
            problems.Add("AllowedHosts must list the host names that the portal answers to.");
        return problems;
    }

    private static T Bound<T>(IConfiguration configuration, string section) where T : new()
    {
        var options = new T();
        configuration.GetSection(section).Bind(options);
        return options;
    }
}
