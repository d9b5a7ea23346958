using System.Net.NetworkInformation;

namespace PrivacyPortal.App.Startup;

/// <summary>What evaluation mode needs of this machine, looked at before anything is made: passwords that are shown once must not be shown by a start that fails.</summary>
internal static class EvaluationCheck
{
    internal static IReadOnlyList<string> Problems(IConfiguration configuration)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        var problems = Addresses(configuration).Where(address => PortOf(address) is > 0 and var port && taken.Contains(port))
            .Select(address => $"{address} is in use by another program: end that one, or choose other addresses with --urls.").ToList();
        if (configuration["Evaluation:AccountsFile"] is { Length: > 0 } file && !CanWrite(file))
            problems.Add($"Evaluation:AccountsFile cannot be written: {file} needs a folder that is there and lets this user write.");
        if (EvaluationRecordSystem.Missing(DataDirectory.PathIn(configuration)) is { } missing)
            problems.Add($"The evaluation record system or its sample people are not beside the program: {missing} is missing. Build the portal again.");
        return problems;
    }

    private static IEnumerable<string> Addresses(IConfiguration configuration) =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? ""));

    private static int? PortOf(string address) => address.Length == 0 ? null : BindingAddress.Parse(address).Port;

    // a file that was not there is not left behind
    private static bool CanWrite(string file)
    {
        try
        {
            var isNew = !File.Exists(file);
            using (new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write))
            {
            }
            if (isNew)
                File.Delete(file);
            return true;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
