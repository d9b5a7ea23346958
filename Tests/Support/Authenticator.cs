using System.Net;
using System.Text.RegularExpressions;
using OtpNet;

namespace PrivacyPortal.Tests.Support;

/// <summary>An authenticator application: knows the key a page showed, and the codes of any moment.</summary>
internal sealed partial class Authenticator
{
    private readonly byte[] key;

    private Authenticator(string shown) => key = Base32Encoding.ToBytes(shown.Replace(" ", "", StringComparison.Ordinal));

    public ReadOnlySpan<byte> Key => key;

    /// <summary>The recovery codes that came with it, when it was the account's first.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private init; } = [];

    /// <summary>Reads the key off the page, as a person does, and turns it on with a code of this moment.</summary>
    public static async Task<Authenticator> AddAsync(Browser browser, string page, TimeProvider clock)
    {
        var html = await browser.ReadAsync(page);
        var authenticator = new Authenticator(WebUtility.HtmlDecode(ShownKey().Match(html).Groups[1].Value));
        var offer = WebUtility.HtmlDecode(Offer().Match(html).Groups[1].Value);
        var answer = await browser.PostFormAsync(page, new() { ["Offer"] = offer, ["Code"] = authenticator.CodeAt(clock.GetUtcNow()), ["Place"] = "Phone" }, handler: "add-authenticator");
        var said = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("factor-refused", said, StringComparison.Ordinal);
        return new Authenticator(Base32Encoding.ToString(authenticator.key)) { RecoveryCodes = [.. ShownCode().Matches(said).Select(match => match.Groups[1].Value)] };
    }

    public string CodeAt(DateTimeOffset at) => new Totp(key).ComputeTotp(at.UtcDateTime);

    [GeneratedRegex("data-testid=\"authenticator-key\">([^<]+)<")]
    private static partial Regex ShownKey();

    [GeneratedRegex("name=\"Offer\" value=\"([^\"]+)\"")]
    private static partial Regex Offer();

    [GeneratedRegex("data-testid=\"recovery-code\">([^<]+)<")]
    private static partial Regex ShownCode();
}
