using PrivacyPortal.RecordSystem.Serve;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>Compares spans of time: eq when the asked span holds the stored one; ge and le also when they touch.</summary>
internal static class DateSql
{
    public static string Compare(string value, string low, string high, Func<object, string> bind)
    {
        var prefix = value.Length > 2 && char.IsAsciiLetterLower(value[0]) ? value[..2] : "eq";
        var date = value.Length > 2 && char.IsAsciiLetterLower(value[0]) ? value[2..] : value;
        if (!DateRange.TryParse(date, out var asked)) throw FhirRefusal.BadRequest("value", "A date in the search is not a FHIR date.");
        return prefix switch
        {
            "eq" => $"({low} >= {bind(asked.Low)} AND {high} <= {bind(asked.High)})",
            "ne" => $"({low} < {bind(asked.Low)} OR {high} > {bind(asked.High)})",
            "gt" => $"({high} > {bind(asked.High)})",
            "ge" => $"({high} >= {bind(asked.Low)})",
            "lt" => $"({low} < {bind(asked.Low)})",
            "le" => $"({low} <= {bind(asked.High)})",
            "sa" => $"({low} > {bind(asked.High)})",
            "eb" => $"({high} < {bind(asked.Low)})",
            _ => throw FhirRefusal.BadRequest("not-supported", "A date prefix in the search is not known here."),
        };
    }
}
