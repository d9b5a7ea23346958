using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using PrivacyPortal.Services.Passwords;
using PrivacyPortal.Services.Plan;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Records;

namespace PrivacyPortal.Services.Assignment;

/// <summary>
/// The page of a sealed letter, ready to print: one sheet in three panels that is folded twice and closed. The address is outside, the secret on the
/// innermost panel between two fields of pattern, so that it is not read through the paper (C7).
/// </summary>
[Enforces(Clauses.NothingWrittenDown, Clauses.NobodyAsks)]
internal static class SealedLetter
{
    private static readonly CompositeFormat Page = CompositeFormat.Parse("""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Sealed letter</title>
        <style>
        @page {{ size: letter; margin: 0 }}
        * {{ box-sizing: border-box }}
        body {{ margin: 0; font: 11pt/1.4 "Helvetica", "Arial", sans-serif; color: #000; background: #fff }}
        section {{ position: relative; width: 8.5in; height: 3.66in; padding: .45in .9in; overflow: hidden; border-bottom: 1px dashed #999; break-inside: avoid }}
        section:last-of-type {{ border-bottom: 0 }}
        h1 {{ font-size: 13pt; margin: 0 0 .12in }}
        p {{ margin: 0 0 .09in }}
        ol {{ margin: 0; padding-left: .25in }}
        .from {{ font-size: 9pt }}
        .to {{ position: absolute; left: .9in; top: 1.7in }}
        .to span, .from span {{ display: block }}
        .fold {{ position: absolute; right: .3in; bottom: .08in; font-size: 7pt; color: #555 }}
        .hatch {{ height: .5in; background: repeating-linear-gradient(45deg, #000 0 1px, #fff 1px 3px), repeating-linear-gradient(-45deg, #000 0 1px, transparent 1px 4px) }}
        .secret {{ font: 700 15pt/1 "Courier New", monospace; letter-spacing: .02em; text-align: center; padding: .16in 0; margin: 0 }}
        </style>
        </head>
        <body>
        <section>
        <div class="from">{0}</div>
        <div class="to">{1}</div>
        <p class="fold">To be folded here, this panel outside, and closed. Not to be opened by anyone but the addressee.</p>
        </section>
        <section>
        <h1>Your new password</h1>
        <p>Sign-in name: <strong>{2}</strong></p>
        <ol>
        <li>Open the web site of {3} by typing its address as it stands on your card, and choose Sign in.</li>
        <li>Type your sign-in name and the password inside. Hyphens, spaces and capitals do not matter.</li>
        <li>Choose a password of your own at once. This one then stops working, and it stops on {4} in any case. If you get more than one letter, use the newest.</li>
        </ol>
        <p>Destroy this letter afterwards. If it was open when it came, or you did not ask for it, call {5}.</p>
        <p class="fold">To be folded here.</p>
        </section>
        <section>
        <div class="hatch"></div>
        <p class="secret">{6}</p>
        <div class="hatch"></div>
        <p>Nobody at {3} will ever ask you for your password: not by telephone, not by letter, not by e-mail. If someone calls about this letter, they prove to be from us by three words: <strong>{7}</strong>. Do not say the words first.</p>
        </section>
        </body>
        </html>
        """);

    /// <summary>The page in UTF-8; whoever gets it zeroes it.</summary>
    internal static byte[] Write(Addressee to, string userName, AssignedSecret secret, string words, PlanOptions plan, DateTimeOffset now)
    {
        var until = DateOnly.FromDateTime((now + AssignAnew.ByLetter).UtcDateTime).ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, Page,
            Lines([plan.Name, .. plan.Post]), Lines([to.Name, .. to.Lines]), Text(userName), Text(plan.Name), until, Text(plan.Telephone), secret.Reveal(), Text(words)));
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"<span>{Text(line)}</span>"));

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
