using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using PrivacyPortal.App.Startup;
using Spectre.Console;

namespace PrivacyPortal.App.Verify;

/// <summary>The auditor's command: from outside with nothing but the address, and on the server itself with its settings. Exit code 0 only when nothing is red.</summary>
internal static class VerifyCommand
{
    private const int Misused = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    internal static Command Verify()
    {
        var url = new Option<string?>("--url") { Description = "The portal's https address, looked at from outside." };
        var plain = new Option<string?>("--plain") { Description = "Its plain http address, to see that it only redirects." };
        var pin = new Option<string?>("--fingerprint") { Description = "SHA-256 of a certificate that no authority signed: this one is trusted, and no other." };
        var inside = new Option<bool>("--inside") { Description = "Also look from inside, on the server and with its settings." };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of a table." };
        var verify = new Command("verify", "Verify what the privacy statement promises. Each line names its clause.") { url, plain, pin, inside, json };
        verify.TreatUnmatchedTokensAsErrors = false;
        verify.SetAction(async (parsed, cancel) =>
        {
            var (asked, hex) = (parsed.GetValue(url), parsed.GetValue(pin)?.Replace(":", "", StringComparison.Ordinal));
            var (address, unencrypted) = (Address(asked, Uri.UriSchemeHttps), Address(parsed.GetValue(plain), Uri.UriSchemeHttp));
            if ((address is null && (asked is not null || !parsed.GetValue(inside))) || (parsed.GetValue(plain) is not null && unencrypted is null) || (hex is not null && !IsFingerprint(hex)))
            {
                await Console.Error.WriteLineAsync("Give --url https://..., or --inside, or both. A fingerprint is 64 digits of hex.");
                return Misused;
            }
            var findings = new List<Finding>();
            if (address is not null)
            {
                using var view = new OutsideView(address, hex is null ? null : Convert.FromHexString(hex));
                findings.AddRange(await new OutsideChecks(view).RunAsync(unencrypted, cancel));
            }
            if (parsed.GetValue(inside))
            {
                string[] settings = [.. parsed.UnmatchedTokens];
                await PortalAt.CommandAsync(settings, async services =>
                {
                    findings.AddRange(await InsideChecks.RunAsync(services, services.GetRequiredService<IConfiguration>(), cancel));
                    return 0;
                }, cancel);
            }
            Say(findings, parsed.GetValue(json));
            return findings.Exists(finding => finding.Verdict == Verdict.Fail) || !findings.Exists(finding => finding.Verdict == Verdict.Pass) ? 1 : 0;
        });
        return verify;
    }

    private static Uri? Address(string? said, string scheme) => Uri.TryCreate(said, UriKind.Absolute, out var address) && address.Scheme == scheme ? address : null;

    private static bool IsFingerprint(string hex) => hex.Length == 64 && hex.All(char.IsAsciiHexDigit);

    private static void Say(IReadOnlyList<Finding> findings, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(findings, Json));
            return;
        }
        var table = new Table().Border(TableBorder.Minimal).AddColumns("Clause", "", "Check", "Seen");
        foreach (var finding in findings.OrderBy(finding => int.Parse(finding.Clause.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)))
            table.AddRow(finding.Clause, Word(finding.Verdict), Markup.Escape(finding.Check), Markup.Escape(finding.Seen));
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{findings.Count(finding => finding.Verdict == Verdict.Pass)} passed, {findings.Count(finding => finding.Verdict == Verdict.Fail)} failed, {findings.Count(finding => finding.Verdict == Verdict.NotChecked)} not checked.");
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "[green]pass[/]",
        Verdict.Fail => "[red]FAIL[/]",
        Verdict.NotChecked => "[yellow]not checked[/]",
    };
}
