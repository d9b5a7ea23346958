namespace PrivacyPortal.Services.Privacy.Statement;

/// <summary>How a clause differs from the version before, word by word.</summary>
public sealed record StatementChange(string Id, string Heading, IReadOnlyList<ChangedWords> Words)
{
    /// <summary>The clauses whose words differ, in order; an added or removed clause is all of one kind.</summary>
    public static IReadOnlyList<StatementChange> Between(IReadOnlyList<StatementClause> before, IReadOnlyList<StatementClause> after)
    {
        var (old, now) = (before.ToDictionary(clause => clause.Id), after.ToDictionary(clause => clause.Id));
        return [.. before.Concat(after).Select(clause => clause.Id).Distinct()
            .Select(id => new StatementChange(id, (now.GetValueOrDefault(id) ?? old[id]).Heading, Compare(Split(old.GetValueOrDefault(id)), Split(now.GetValueOrDefault(id)))))
            .Where(change => change.Words.Any(part => part.Kind != WordChange.Same))];
    }

    private static string[] Split(StatementClause? clause) => clause is null ? [] : string.Join(' ', clause.Paragraphs).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // the longest run of words that both have; a clause is short
    private static List<ChangedWords> Compare(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var b = before.Length - 1; b >= 0; b--)
        {
            for (var a = after.Length - 1; a >= 0; a--)
                common[b, a] = before[b] == after[a] ? common[b + 1, a + 1] + 1 : Math.Max(common[b + 1, a], common[b, a + 1]);
        }
        var parts = new List<ChangedWords>();
        for (int b = 0, a = 0; b < before.Length || a < after.Length;)
        {
            if (b < before.Length && a < after.Length && before[b] == after[a])
                (a, b) = (a + 1, Say(parts, WordChange.Same, before[b], b));
            else if (b < before.Length && (a == after.Length || common[b + 1, a] >= common[b, a + 1]))
                b = Say(parts, WordChange.Removed, before[b], b);
            else
                a = Say(parts, WordChange.Added, after[a], a);
        }
        return parts;
    }

    private static int Say(List<ChangedWords> parts, WordChange kind, string word, int at)
    {
        if (parts.Count > 0 && parts[^1].Kind == kind)
            parts[^1] = new(kind, $"{parts[^1].Text} {word}");
        else
            parts.Add(new(kind, word));
        return at + 1;
    }
}

/// <summary>Words that stayed, came or went.</summary>
public sealed record ChangedWords(WordChange Kind, string Text);

public enum WordChange
{
    Same,
    Added,
    Removed,
}
