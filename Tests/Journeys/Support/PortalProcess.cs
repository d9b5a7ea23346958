using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace PrivacyPortal.Journeys.Support;

/// <summary>
/// The portal as a process of its own, in evaluation mode over a fresh folder, on free ports of the loopback: driven from outside, as a browser or an
/// operator would. Its output is kept, line by line.
/// </summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();

    private PortalProcess(Process process, Uri address, Uri plainAddress)
    {
        (this.process, Address, PlainAddress) = (process, address, plainAddress);
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += KillAtExit;
    }

    internal Uri Address { get; }

    /// <summary>Where it answers without encryption, to send elsewhere.</summary>
    internal Uri PlainAddress { get; }

    internal int Id => process.Id;

    internal bool HasEnded => process.HasExited;

    /// <summary>Everything that it has written to its output.</summary>
    internal string Log => string.Join('\n', log);

    internal IReadOnlyList<PortalAccount> Accounts { get; private set; } = [];

    internal PortalAccount Account(string userName) => Accounts.Single(account => account.UserName == userName);

    internal PortalAccount FirstOf(string role) => Accounts.First(account => account.Role == role);

    /// <summary>Starts it and waits until it answers. Settings are given as on its command line: <c>--Section:Name</c>, <c>value</c>.</summary>
    internal static async Task<PortalProcess> StartAsync(PortalFolder folder, CancellationToken cancel, params string[] settings)
    {
        var (https, http) = (LoopbackPort.Free(), LoopbackPort.Free());
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            PortalFolder.Program, "--urls", $"https://localhost:{https};http://localhost:{http}", "--Portal:DataDirectory", folder.Data,
            "--Evaluation:AccountsFile", folder.AccountsFile, .. settings,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["TMPDIR"] = start.Environment["ASPNETCORE_TEMP"] = folder.Temporary;
        var portal = new PortalProcess(Process.Start(start)!, new Uri($"https://localhost:{https}/"), new Uri($"http://localhost:{http}/"));
        try
        {
            await portal.AnswersAsync(cancel);
            if (File.Exists(folder.AccountsFile))
                portal.Accounts = JsonSerializer.Deserialize<PortalAccount[]>(await File.ReadAllTextAsync(folder.AccountsFile, cancel), Json)!;
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to stop, as a service manager does, and waits.</summary>
    internal async Task StopAsync(CancellationToken cancel)
    {
        Signals.Send(Signals.Terminate, process.Id);
        await process.WaitForExitAsync(cancel);
    }

    /// <summary>The power is cut: nothing of it runs any more.</summary>
    internal void Kill()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillAtExit;
        if (!process.HasExited)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            await StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Kill();
        }
        process.Dispose();
    }

    private void KillAtExit(object? sender, EventArgs e) => Kill();

    private async Task AnswersAsync(CancellationToken cancel)
    {
        using var client = PortalHttp.NewClient(Address);
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(200, cancel))
        {
            if (process.HasExited || patience.Elapsed > TimeSpan.FromSeconds(90))
                throw new InvalidOperationException($"The portal does not answer. It said:\n{Log}");
            try
            {
                using var answer = await client.GetAsync(new Uri("sign-in", UriKind.Relative), cancel);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
        }
    }
}
