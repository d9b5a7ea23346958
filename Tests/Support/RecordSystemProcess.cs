using System.Diagnostics;

namespace PrivacyPortal.Tests.Support;

/// <summary>The record system's program, run to its end, and what it said.</summary>
internal sealed record RecordSystemProcess(int ExitCode, string Output, string Errors)
{
    public static Task<RecordSystemProcess> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>The same where the runtime gives the program no more heap than so many bytes: what does not fit ends it.</summary>
    public static Task<RecordSystemProcess> RunWithinAsync(long heap, params string[] arguments) =>
        RunAsync([("DOTNET_GCHeapHardLimit", $"0x{heap:x}")], arguments);

    private static async Task<RecordSystemProcess> RunAsync(IEnumerable<(string Name, string Value)> environment, string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        var program = Path.Combine(AppContext.BaseDirectory, "PrivacyPortal.RecordSystem.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
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
                process.Kill();
        }
    }
}
