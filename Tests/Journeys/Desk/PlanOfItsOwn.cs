using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PrivacyPortal.Journeys.Support;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Journeys.Desk;

/// <summary>A plan with a record system and a mail server of its own, whose other side the journey sees: letters over FHIR, mail over SMTP.</summary>
internal sealed partial class PlanOfItsOwn : IAsyncDisposable
{
    private const string Token = "the-plan-s-own-token";
    private const string Amy = """
        {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"amy","name":[{"use":"official","given":["Amaryllis"],"family":"Shaw"}],
        "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MB"}]},"value":"M-4711"}],
        "address":[{"line":["12 Canary Wharf Road"],"city":"Springfield","state":"MA","postalCode":"01101"}],
        "telecom":[{"system":"phone","value":"+1 555 0100"},{"system":"email","value":"amy.shaw@mail.example"}]}}]}
        """;

    private readonly PortalFolder folder = new();
    private readonly X509Certificate2 certificate = LoopbackCertificate.Make();
    private Process records = null!;
    private HttpClient fhir = null!;

    internal LoopbackSmtp Smtp { get; } = new();

    internal PortalFolder Folder => folder;

    internal PortalProcess Portal { get; private set; } = null!;

    internal Browsers Browsers { get; private set; } = null!;

    internal PortalAccount Employee { get; private set; } = null!;

    internal static async Task<PlanOfItsOwn> StartAsync(CancellationToken cancel)
    {
        Assert.SkipUnless(Browsers.WhyNot is null, Browsers.WhyNot ?? "");
        var plan = new PlanOfItsOwn();
        await plan.folder.ImportAsync([plan.folder.Write("amy.json", Amy)], cancel);
        var ready = await plan.ServeRecordsAsync(cancel);
        var file = plan.folder.Write("portal.pem", plan.certificate.ExportCertificatePem());
        var key = plan.folder.Write("portal.key", plan.certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var people = plan.folder.Write("people.csv", "user-name,role,record\namy-1,Member,Patient/amy\nx,Member,Patient/nobody\namy-2,Member,Patient/amy\n");
        var import = await PortalCommand.RunAsync("Development", cancel, "accounts", "import", people, "--Portal:DataDirectory", plan.folder.Data);
        Assert.Equal(1, import.ExitCode);
        Assert.Contains("Line 3: a sign-in name is", import.Errors, StringComparison.Ordinal);
        Assert.Contains("Line 4: another account has that place", import.Errors, StringComparison.Ordinal);
        Assert.Contains("1 enrolled, 2 refused", import.Output, StringComparison.Ordinal);
        var employee = await PortalCommand.RunAsync("Development", cancel, "accounts", "create", "support-1", "--role", "Support", "--Portal:DataDirectory", plan.folder.Data);
        plan.Employee = new("support-1", "Support", employee.Output.Trim().Split('\n')[^1].Trim(), null, null);
        var ring = plan.folder.WriteKeyRing();
        plan.Portal = await PortalProcess.StartAsync(plan.folder, cancel,
        [
            "--Records:BaseUrl", ready.GetProperty("listening").GetString()!, "--Records:Auth:Bearer", Token, "--Records:PinnedCertificateSha256", ready.GetProperty("certificateSha256").GetString()!,
            "--Records:TimeoutSeconds", "30", "--Kestrel:Certificates:Default:Path", file, "--Kestrel:Certificates:Default:KeyPath", key,
            "--Portal:KeyRing:Path", ring, "--Portal:KeyRing:KeyPath", ring,
            "--Plan:Name", "Plan of Letters", "--Plan:LegalName", "Plan of Letters, Inc.", "--Plan:Telephone", "1-800-555-0199", "--Plan:Post:0", "1 Example Street", "--Plan:Email", "members@letters.example",
            .. plan.Smtp.Settings().SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! }),
        ]);
        plan.Browsers = await Browsers.StartAsync();
        return plan;
    }

    /// <summary>The letters that the plan's people would print, once there are so many.</summary>
    internal async Task<IReadOnlyList<string>> LettersAsync(int count)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(500))
        {
            var found = JsonDocument.Parse(await fhir.GetStringAsync(new Uri("Communication?patient=amy&_sort=_lastUpdated", UriKind.Relative))).RootElement;
            if (found.GetProperty("total").GetInt32() >= count)
                return [.. found.GetProperty("entry").EnumerateArray().Select(entry => Encoding.UTF8.GetString(entry.GetProperty("resource").GetProperty("payload")[0].GetProperty("contentAttachment").GetProperty("data").GetBytesFromBase64()))];
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), $"{found.GetProperty("total")} letters. {Portal.Log}");
        }
    }

    /// <summary>The newest mail that says this.</summary>
    internal async Task<string> MailAsync(Regex what)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(500))
        {
            if (Smtp.Taken.Select(mail => what.Match(mail.Text)).LastOrDefault(match => match.Success) is { } found)
                return found.Groups[1].Value;
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), $"{Smtp.Taken.Count} mails. {Portal.Log}");
        }
    }

    internal static string SecretIn(string letter) => Secret().Match(letter).Groups[1].Value;

    /// <summary>Every file of the portal, read as bytes.</summary>
    // but for what the record system was filled from; pipes and sockets have no length, and reading one would never end
    internal string OnDisk() => string.Concat(folder.PortalFiles.Where(file => new FileInfo(file) is { Length: > 0, Name: not "amy.json" }).Select(file => Encoding.Latin1.GetString(ReadShared(file))));

    public async ValueTask DisposeAsync()
    {
        if (Browsers is not null)
            await Browsers.DisposeAsync();
        if (Portal is not null)
            await Portal.DisposeAsync();
        fhir?.Dispose();
        if (records is { HasExited: false })
            records.Kill();
        records?.Dispose();
        await Smtp.DisposeAsync();
        folder.Dispose();
        certificate.Dispose();
    }

    private async Task<JsonElement> ServeRecordsAsync(CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(Path.GetDirectoryName(PortalFolder.Program)!, "record-system", "PrivacyPortal.RecordSystem.dll"), "serve", "--database", folder.RecordDatabase, "--port", "0", "--token-from-stdin"])
            start.ArgumentList.Add(argument);
        records = Process.Start(start)!;
        await records.StandardInput.WriteLineAsync(Token.AsMemory(), cancel);
        await records.StandardInput.FlushAsync(cancel);
        var ready = JsonDocument.Parse((await records.StandardOutput.ReadLineAsync(cancel))!).RootElement.Clone();
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == ready.GetProperty("certificateSha256").GetString();
        fhir = new HttpClient(handler) { BaseAddress = new Uri(ready.GetProperty("listening").GetString()!.TrimEnd('/') + "/") };
        fhir.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return ready;
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    [GeneratedRegex("<p class=\"secret\">([^<]+)</p>")]
    private static partial Regex Secret();
}
