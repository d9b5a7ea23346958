using System.Diagnostics;
using System.Globalization;

namespace PrivacyPortal.Tests.Support;

/// <summary>The record system's program, run to its end: what it said, and the most memory that it had, in kB.</summary>
internal sealed record RecordSystemProcess(int ExitCode, string Output, string Errors, long Peak)
{
    public static async Task<RecordSystemProcess> RunAsync(params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        var program = Path.Combine(AppContext.BaseDirectory, "PrivacyPortal.RecordSystem.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var (output, errors, peak) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel), 0L);
            for (; !process.HasExited; await Task.Delay(20, cancel))
                peak = Math.Max(peak, PeakOf(process.Id));
            return new(process.ExitCode, await output, await errors, peak);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private static long PeakOf(int id)
    {
        try
        {
            // gone from the last lines of a process that is ending
            return File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
                ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
                : 0;
        }
        catch (IOException)
        {
            return 0; // it has ended
        }
    }
}
