using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Startup;

/// <summary>
/// The evaluation record system: a process of its own on loopback, over https with a pinned certificate and a random token, as a plan's server would
/// be. It is told the token on its standard input and ends when that closes, so it ends with the portal, also when the portal is killed.
/// </summary>
[Enforces(Clauses.NotStored)]
internal sealed class EvaluationRecordSystem : IDisposable
{
    private readonly Process process;

    private EvaluationRecordSystem(Process process, Uri address, string certificate, string token) =>
        (this.process, Address, CertificateSha256, Token) = (process, address, certificate, token);

    internal Uri Address { get; }

    internal string CertificateSha256 { get; }

    internal string Token { get; }

    /// <summary>The settings that point the portal at it.</summary>
    internal IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Records:BaseUrl"] = Address.ToString(),
        ["Records:Auth:Bearer"] = Token,
        ["Records:PinnedCertificateSha256"] = CertificateSha256,
    };

    /// <summary>Imports the sample people when the database is new, then starts serving.</summary>
    /// <exception cref="InvalidOperationException">It could not be started; the message says at which step.</exception>
    internal static async Task<EvaluationRecordSystem> StartAsync(string database, CancellationToken cancel)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "record-system");
        if (!File.Exists(database))
            await ImportAsync(folder, database, cancel);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var process = Start(folder, ["serve", "--database", database, "--port", "0", "--token-from-stdin"], own: true);
        await process.StandardInput.WriteLineAsync(token.AsMemory(), cancel);
        await process.StandardInput.FlushAsync(cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var line = await process.StandardOutput.ReadLineAsync(patience.Token)
            ?? throw new InvalidOperationException("The evaluation record system ended before it listened.");
        using var ready = JsonDocument.Parse(line);
        return new(process, new Uri(ready.RootElement.GetProperty("listening").GetString()!), ready.RootElement.GetProperty("certificateSha256").GetString()!, token);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static async Task ImportAsync(string folder, string database, CancellationToken cancel)
    {
        var files = EvaluationPeople.Files.Select(file => Path.Combine(folder, "Samples", file));
        // into a name of its own first: an import that was cut off leaves no half database behind
        var unfinished = database + ".importing";
        File.Delete(unfinished);
        using var import = Start(folder, ["import", .. files, "--database", unfinished], own: false);
        await import.WaitForExitAsync(cancel);
        if (import.ExitCode != 0)
            throw new InvalidOperationException("The sample people could not be imported into the evaluation record system.");
        File.Move(unfinished, database);
    }

    private static Process Start(string folder, string[] arguments, bool own)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = own, RedirectStandardOutput = own };
        start.ArgumentList.Add(Path.Combine(folder, "PrivacyPortal.RecordSystem.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The evaluation record system could not be started.");
    }
}
