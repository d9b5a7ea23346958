using System.Globalization;
using System.Text.RegularExpressions;
using PrivacyPortal.Journeys.Support;

namespace PrivacyPortal.Journeys.Members;

/// <summary>What the README of the sample data says that each person's file holds.</summary>
internal sealed partial record PublishedCounts(string Person, string BirthDate, IReadOnlyDictionary<string, int> Numbers)
{
    internal int this[string kind] => Numbers.GetValueOrDefault(kind);

    /// <summary>The row of a file: name, birth date and counts by the README's own abbreviations.</summary>
    internal static PublishedCounts Of(string file)
    {
        var row = Row().Matches(File.ReadAllText(RepositoryRoot.File("RecordSystem", "Samples", "README.md"))).Single(match => match.Groups["file"].Value == file);
        var counts = row.Groups["counts"].Value.Split(", ").Select(part => part.Split(' ')).ToDictionary(part => part[0], part => int.Parse(part[1], CultureInfo.InvariantCulture));
        return new(row.Groups["person"].Value, row.Groups["born"].Value, counts);
    }

    [GeneratedRegex(@"^\| (?<file>\S+\.json) \| (?<person>.+?), born (?<born>\d{4}-\d\d-\d\d) \| (?<counts>[^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
