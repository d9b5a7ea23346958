using PrivacyPortal.Services.Access;

namespace PrivacyPortal.App.Startup;

/// <summary>Reads the lines of an enrolment file. Three plain columns without quotes: nothing in it can be a person's name, so nothing in it needs quoting.</summary>
internal static class EnrolmentFile
{
    private const string Header = "user-name,role,record";

    internal static (IReadOnlyList<EnrolmentLine> Lines, string? Problem) Read(IReadOnlyList<string> text)
    {
        if (text.Count == 0 || !text[0].TrimStart('\uFEFF').Replace(" ", "", StringComparison.Ordinal).Equals(Header, StringComparison.OrdinalIgnoreCase))
            return ([], $"The first line must be: {Header}");
        return ([.. text.Select((line, index) => (Line: line.Trim(), Number: index + 1)).Skip(1).Where(one => one.Line.Length > 0).Select(one => Line(one.Number, one.Line.Split(',', StringSplitOptions.TrimEntries)))], null);
    }

    private static EnrolmentLine Line(int number, string[] cells)
    {
        if (cells.Length != 3)
            return new(number, "", default, "", "there must be three columns: user-name, role, record.");
        return Enum.TryParse<Role>(cells[1], ignoreCase: true, out var role) && Enum.IsDefined(role) && !char.IsAsciiDigit(cells[1][0])
            ? new(number, cells[0], role, cells[2], null)
            : new(number, cells[0], default, cells[2], $"the role must be one of {string.Join(", ", Enum.GetNames<Role>())}.");
    }
}

/// <summary>One line of an enrolment file.</summary>
internal sealed record EnrolmentLine(int Number, string UserName, Role Role, string Record, string? Problem);
