using System.CommandLine;
using System.Text.Json;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>The serve command: says on one line where it listens, then serves until it is stopped or its parent is gone.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var database = CommandOptions.Database();
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes a free one", DefaultValueFactory = _ => 0 };
        var token = new Option<string?>("--token") { Description = "The bearer token clients must send. Other users of this machine may see it in the list of processes: prefer --token-from-stdin" };
        var fromInput = new Option<bool>("--token-from-stdin") { Description = "Read the token from the first line of standard input, and stop when standard input ends" };
        var command = new Command("serve", "Serve the records over HTTPS on this machine") { database, port, token, fromInput };
        command.Validators.Add(result =>
        {
            result.CheckNumber(port, 0, 65535);
            if (result.Typed(token) is null == result.Typed(fromInput) is null) result.AddError("Give either --token or --token-from-stdin.");
            if (result.Typed(token) is { } typed && string.IsNullOrWhiteSpace(typed)) result.AddError("--token must not be empty.");
        });
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(database)!, parsed.GetValue(port), parsed.GetValue(token), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string file, int port, string? token, CancellationToken cancel)
    {
        var parent = token is null ? new ParentWatch(Console.In) : null;
        token ??= parent!.ReadToken();
        if (string.IsNullOrWhiteSpace(token))
        {
            await Console.Error.WriteLineAsync("No token on standard input.");
            return 1;
        }

        parent?.EndProcessWithInput();
        await using var server = await FhirServer.StartAsync(Database.Open(file), token, port, TimeProvider.System, cancel);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { listening = server.Address.AbsoluteUri, certificateSha256 = server.CertificateSha256 }));
        await Console.Out.FlushAsync(cancel);
        await server.WaitForEndAsync(cancel);
        return 0;
    }
}
