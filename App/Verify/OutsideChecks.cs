using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using PrivacyPortal.App.Proofs;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.App.Verify;

/// <summary>What anybody can see from outside, without a secret. Each check is a line; one that cannot be made is not checked, and not passed.</summary>
[Enforces(Clauses.Proactive)]
internal sealed partial class OutsideChecks(OutsideView view)
{
    private const int Tls12 = 0x0303;
    private const int Tls11 = 0x0302;
    private const int Tls10 = 0x0301;

    private static readonly (string Address, bool Public)[] Pages = [.. typeof(PortalUrls).Assembly.GetTypes()
        .SelectMany(page => page.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>().Select(route => (route.Template, page.IsDefined(typeof(AllowAnonymousAttribute), true))))
        .Where(page => !page.Template.Contains('{', StringComparison.Ordinal)).OrderBy(page => page.Template)];

    private readonly List<Finding> findings = [];

    internal async Task<IReadOnlyList<Finding>> RunAsync(Uri? plain, CancellationToken cancel)
    {
        await CheckAsync(Clauses.AlwaysEncrypted, "TLS 1.0 is refused", async () => Refused(!await view.SpeaksAsync(Tls10, Greeting.AnySuites, cancel)));
        await CheckAsync(Clauses.AlwaysEncrypted, "TLS 1.1 is refused", async () => Refused(!await view.SpeaksAsync(Tls11, Greeting.AnySuites, cancel)));
        await CheckAsync(Clauses.AlwaysEncrypted, "suites without forward secrecy or authenticated encryption are refused", async () => Refused(!await view.SpeaksAsync(Tls12, Greeting.WeakSuites, cancel)));
        await CheckAsync(Clauses.VerifiablePage, "the certificate is trusted", async () => (await view.GetAsync(PortalUrls.Privacy, cancel) is not null, $"SHA-256 {view.Fingerprint}"));
        await CheckAsync(Clauses.VerifiablePage, "the page names the certificate that answered", async () =>
        {
            var shown = Shown().Match((await view.GetAsync(PortalUrls.Privacy, cancel)).Body).Groups[1].Value.Replace(":", "", StringComparison.Ordinal);
            return (shown.Length > 0 && shown.Equals(view.Fingerprint, StringComparison.OrdinalIgnoreCase), shown.Length > 0 ? "compared" : "the page shows none");
        });
        if (!System.Net.IPAddress.TryParse(view.Portal.DnsSafeHost, out _) && view.Portal.IdnHost != "localhost")
            await CheckAsync(Clauses.AlwaysEncrypted, "HSTS for a year or more", async () => StrictTransport((await view.GetAsync(PortalUrls.Privacy, cancel)).Header("Strict-Transport-Security")));
        else
            findings.Add(new(Clauses.AlwaysEncrypted, "HSTS for a year or more", Verdict.NotChecked, "browsers keep none for this host"));
        if (plain is not null)
            await CheckPlainAsync(plain, cancel);
        await CheckAsync(Clauses.PersonalPassword, "another site cannot open a circuit", async () => (await view.GetAsync("/_blazor", cancel, "https://elsewhere.example")).Status is var status && status is 403 or 400 ? (true, $"{status}") : (false, $"{status}"));
        await CheckAsync(Clauses.PersonalPassword, "nobody can negotiate an older transport", async () => (await view.GetAsync("/_blazor/negotiate", cancel)).Status is var status && status is 404 or 403 or 405 ? (true, $"{status}") : (false, $"{status}"));
        foreach (var (address, open) in Pages)
            await CheckPageAsync(address, open, cancel);
        return findings;
    }

    private async Task CheckPlainAsync(Uri plain, CancellationToken cancel)
    {
        using var unencrypted = new OutsideView(plain, null);
        await CheckAsync(Clauses.AlwaysEncrypted, "plain http only redirects to https", async () =>
        {
            var answer = await unencrypted.GetAsync(PortalUrls.Claims, cancel);
            return (answer.Status is 301 or 308 && answer.Header("Location").StartsWith("https:", StringComparison.Ordinal) && answer.Body.Length == 0, $"{answer.Status}");
        });
    }

    private async Task CheckPageAsync(string address, bool open, CancellationToken cancel)
    {
        Answered page;
        try
        {
            page = await view.GetAsync(address, cancel);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or TaskCanceledException)
        {
            findings.Add(new(Clauses.PersonalPassword, address, Verdict.NotChecked, failed.GetType().Name));
            return;
        }
        if (!open)
            Add(Clauses.PersonalPassword, $"{address} is closed to a visitor", page.Status is 302 or 401 or 403 && page.Body.Length == 0, $"{page.Status}, {page.Body.Length} characters");
        var policy = page.Header("Content-Security-Policy");
        Add(Clauses.NothingSentOutside, $"{address} forbids other hosts", AnswerWatch.KeepsOthersOut(policy), policy.Length == 0 ? "no policy" : "policy read");
        if (open && page.Status == 200)
        {
            Add(Clauses.NothingSentOutside, $"{address} loads nothing from another host", !Elsewhere().IsMatch(page.Body), $"{page.Body.Length} characters read");
            Add(Clauses.PlanIdentity, $"{address} has the footer", page.Body.Contains("data-testid=\"footer\"", StringComparison.Ordinal), "footer looked for");
        }
        if (page.Header("Set-Cookie") is { Length: > 0 } cookies)
            Add(Clauses.PersonalPassword, $"{address} sets guarded cookies only", Array.TrueForAll(cookies.Split('\n'), IsGuarded), $"{cookies.Split('\n').Length} cookies");
    }

    private async Task CheckAsync(string clause, string check, Func<Task<(bool Passed, string Seen)>> look)
    {
        try
        {
            var (passed, seen) = await look();
            Add(clause, check, passed, seen);
        }
        catch (HttpRequestException failed) when (failed.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            Add(clause, check, false, "no trusted connection");
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException or System.Net.Sockets.SocketException)
        {
            findings.Add(new(clause, check, Verdict.NotChecked, failed.GetType().Name));
        }
    }

    private void Add(string clause, string check, bool passed, string seen) => findings.Add(new(clause, check, passed ? Verdict.Pass : Verdict.Fail, seen));

    private static (bool, string) Refused(bool refused) => (refused, refused ? "refused" : "spoken");

    private static (bool, string) StrictTransport(string header) =>
        (MaxAge().Match(header) is { Success: true } age && long.Parse(age.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= 31_536_000, header.Length == 0 ? "absent" : header);

    private static bool IsGuarded(string cookie) => cookie.StartsWith("__Host-", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.OrdinalIgnoreCase)
        && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""data-testid="check-fingerprint">([0-9A-F:&#x;]+)<""")]
    private static partial Regex Shown();

    [GeneratedRegex("""<(?:script|link|img|iframe|source|form|video|audio|object|embed)\b[^>]*\b(?:src|href|action|data)\s*=\s*["']?(?:https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"max-age=(\d+)")]
    private static partial Regex MaxAge();
}
