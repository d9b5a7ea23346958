using System.Diagnostics;
using System.Text.Json;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

public sealed class ServeProcessTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "PrivacyPortal.RecordSystem.dll");

    [Fact]
    public async Task It_says_where_it_listens_on_one_line_and_ends_when_its_input_ends()
    {
        using var folder = new RecordSystemFolder();
        using var process = Start(["serve", "--database", folder.DatabaseFile, "--token-from-stdin"]);
        await process.StandardInput.WriteLineAsync("the-token");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var ready = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!).RootElement;
        var address = new Uri(ready.GetProperty("listening").GetString()!);
        var pinned = ready.GetProperty("certificateSha256").GetString();
        Assert.Equal(("https", "127.0.0.1", "/fhir"), (address.Scheme, address.Host, address.AbsolutePath));

        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == pinned;
        using var client = new HttpClient(handler) { DefaultRequestHeaders = { Authorization = new("Bearer", "the-token") } };
        Assert.Contains("4.0.1", await client.GetStringAsync(new Uri(address + "/metadata"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // the system closes the pipe in the same way when the parent is killed
        process.StandardInput.Close();
        await AssertEndsAsync(process);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("serve", "--port", "70000", "--port must be", "Give either --token or --token-from-stdin")]
    [InlineData("import", "no-such-file.json", "--database", "no-such-file.json")]
    [InlineData("generate", "--claims", "x", "--members is required", "--claims must be", "Give either --out or --database")]
    public async Task Wrong_arguments_are_named_and_nothing_starts(string command, string first, string second, params string[] expected)
    {
        using var process = Start([.. new[] { command, first, second }.Where(argument => argument.Length > 0)]);
        process.StandardInput.Close();
        await AssertEndsAsync(process);
        Assert.NotEqual(0, process.ExitCode);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.All(expected, error => Assert.Contains(error, errors, StringComparison.Ordinal));
    }

    private static Process Start(string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static async Task AssertEndsAsync(Process process)
    {
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
