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
    internal const string Database = "record-system.db";

    private const string Program = "PrivacyPortal.RecordSystem.dll";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "record-system");

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
    /// <exception cref="StartRefusedException">It could not be started; the message says at which step.</exception>
    internal static async Task<EvaluationRecordSystem> StartAsync(string database, CancellationToken cancel)
    {
        if (!File.Exists(database))
            await ImportAsync(database, cancel);
        var process = Start(["serve", "--database", database, "--port", "0", "--token-from-stdin"], own: true);
        try
        {
            return await ListeningAsync(process, cancel);
        }
        catch (Exception failed)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            if (failed is StartRefusedException || cancel.IsCancellationRequested)
                throw;
            throw new StartRefusedException("The evaluation record system does not start: what it said stands above.");
        }
    }

    /// <summary>The first of the files that a start over this data directory needs and that is not there.</summary>
    internal static string? Missing(string data) =>
        new[] { Program }.Concat(File.Exists(Path.Combine(data, Database)) ? [] : EvaluationPeople.Files.Select(file => Path.Combine("Samples", file)))
            .Select(file => Path.Combine(Folder, file)).FirstOrDefault(file => !File.Exists(file));

    private static async Task<EvaluationRecordSystem> ListeningAsync(Process process, CancellationToken cancel)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await process.StandardInput.WriteLineAsync(token.AsMemory(), patience.Token);
        await process.StandardInput.FlushAsync(patience.Token);
        var line = await process.StandardOutput.ReadLineAsync(patience.Token)
            ?? throw new StartRefusedException("The evaluation record system ended before it listened: what it said stands above.");
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

    private static async Task ImportAsync(string database, CancellationToken cancel)
    {
        var files = EvaluationPeople.Files.Select(file => Path.Combine(Folder, "Samples", file));
        // into a name of its own first: an import that was cut off leaves no half database behind
        var unfinished = database + ".importing";
        foreach (var part in (string[])["", "-wal", "-shm"])
            File.Delete(unfinished + part);
        using var import = Start(["import", .. files, "--database", unfinished], own: false);
        try
        {
            await import.WaitForExitAsync(cancel);
        }
        finally
        {
            if (!import.HasExited)
                import.Kill(entireProcessTree: true);
        }
        if (import.ExitCode != 0)
            throw new StartRefusedException("The sample people could not be imported into the evaluation record system: what it said stands above.");
        File.Move(unfinished, database);
    }

    private static Process Start(string[] arguments, bool own)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = own, RedirectStandardOutput = own };
        start.ArgumentList.Add(Path.Combine(Folder, Program));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new StartRefusedException("The evaluation record system could not be started.");
    }
}
