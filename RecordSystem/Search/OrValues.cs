using System.Text;

namespace PrivacyPortal.RecordSystem.Search;

/// <summary>A comma means "or", a bar separates system and code; a backslash before either takes the meaning away.</summary>
internal static class OrValues
{
    public static IEnumerable<string> Split(string value) => SplitAt(value, ',').Where(part => part.Length > 0);

    /// <summary>null system: any; empty system: none.</summary>
    public static (string? System, string Code) Token(string value)
    {
        var parts = SplitAt(value, '|').ToList();
        return parts.Count == 1 ? (null, Plain(parts[0])) : (Plain(parts[0]), Plain(string.Join('|', parts.Skip(1))));
    }

    public static string Plain(string value)
    {
        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length) i++;
            plain.Append(value[i]);
        }

        return plain.ToString();
    }

    private static IEnumerable<string> SplitAt(string value, char separator)
    {
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\') i++;
            else if (value[i] == separator)
            {
                yield return value[start..i];
                start = i + 1;
            }
        }

        yield return value[start..];
    }
}
