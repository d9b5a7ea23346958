using System.Globalization;
using System.Text;
using PrivacyPortal.Components.Claims;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Components.Takeaway;

/// <summary>Claims as a table for a spreadsheet: what is not stated is empty, and nothing is read there as a formula.</summary>
internal static class ClaimsCsv
{
    private static readonly AmountKind[] Amounts =
        [AmountKind.Billed, AmountKind.Discount, AmountKind.Allowed, AmountKind.Deductible, AmountKind.Copay, AmountKind.Coinsurance, AmountKind.NotCovered, AmountKind.PlanPaid, AmountKind.MemberOwes];

    internal static byte[] Write(IReadOnlyList<Claim> claims)
    {
        var table = new StringBuilder();
        Line(table, [T("Claim number"), T("Date of service"), T("Decided"), T("Provider"), T("Kind"), T("Status"), T("Currency"), .. Amounts.Select(kind => AmountWords.Say(kind))]);
        foreach (var claim in claims)
        {
            var start = claim.Serviced.Start ?? claim.Serviced.End;
            Line(table, [claim.Number, start is { } day ? DateWords.Machine(day) : null, claim.Decided is { } decided ? DateWords.Machine(decided) : null, claim.Provider,
                claim.Kind?.Label, claim.Status, Currency(claim), .. Amounts.Select(kind => Amount(claim, kind))]);
        }
        // the mark by which spreadsheets know the encoding
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())];
    }

    private static string? Currency(Claim claim) => Amounts.Select(kind => ClaimFigures.Of(claim, kind)?.Amount.Currency).FirstOrDefault(currency => currency is not null);

    private static string? Amount(Claim claim, AmountKind kind) => ClaimFigures.Shown(claim, kind)?.Amount.Amount.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder table, IReadOnlyList<string?> cells) => table.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = text[0] is '=' or '+' or '@' or '\t' or '\r' || (text[0] == '-' && !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
