using System.Diagnostics;

namespace PrivacyPortal.Journeys.Support;

/// <summary>The portal's command line, run to its end.</summary>
internal sealed record PortalCommand(int ExitCode, string Output, string Errors)
{
    internal static Task<PortalCommand> RunAsync(string environment, CancellationToken cancel, params IEnumerable<string> arguments) =>
        RunProgramAsync(PortalFolder.Program, environment, arguments, cancel);

    /// <summary>The same of another copy of the portal.</summary>
    internal static async Task<PortalCommand> RunProgramAsync(string program, string environment, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[program, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        using var process = Process.Start(start)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Makes an account as an operator does. What the command prints last is its assigned password.</summary>
    internal static async Task<PortalAccount> CreateAccountAsync(PortalFolder folder, string userName, string patient, CancellationToken cancel)
    {
        var made = await RunAsync("Development", cancel, "accounts", "create", userName, "--role", "Member", "--record", $"Patient/{patient}", "--Portal:DataDirectory", folder.Data);
        Assert.True(made.ExitCode == 0, made.Errors);
        return new(userName, "Member", made.Output.Trim().Split('\n')[^1].Trim(), patient, null);
    }
}
