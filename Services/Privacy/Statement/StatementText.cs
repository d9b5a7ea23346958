using System.Collections.Concurrent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.Extensions.Options;
using PrivacyPortal.Services.Plan;

namespace PrivacyPortal.Services.Privacy.Statement;

/// <summary>The words of the statement for the configured plan, clause by clause. Its Markdown becomes text and never markup.</summary>
public sealed class StatementText(IOptions<PlanOptions> plan)
{
    private readonly ConcurrentDictionary<(string, string), IReadOnlyList<StatementClause>> read = [];

    /// <summary>The clauses of a version in <c>es</c>, or in English for every other language.</summary>
    public IReadOnlyList<StatementClause> Clauses(StatementVersion version, string language) =>
        read.GetOrAdd((version.Id, language == "es" ? "es" : "en"), key => Read(key.Item1, key.Item2));

    private List<StatementClause> Read(string version, string language)
    {
        using var file = new StreamReader(typeof(StatementText).Assembly.GetManifestResourceStream($"Statement.{version}.{language}.md")
            ?? throw new InvalidOperationException($"The statement of {version} has no text in '{language}'."));
        var clauses = new List<(string Id, string Heading, List<string> Paragraphs)>();
        foreach (var block in Markdown.Parse(file.ReadToEnd()))
        {
            if (block is HeadingBlock heading && Words(heading).Split(' ', 2) is [var id, var title])
                clauses.Add((id, title, []));
            else if (block is ParagraphBlock paragraph)
                clauses[^1].Paragraphs.Add(Filled(Words(paragraph)));
        }
        return [.. clauses.Select(clause => new StatementClause(clause.Id, clause.Heading, clause.Paragraphs))];
    }

    private static string Words(LeafBlock block) => string.Concat(block.Inline!.Descendants().Select(piece => piece switch
    {
        LiteralInline text => text.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    }));

    private string Filled(string text) => text
        .Replace("{plan}", plan.Value.Name, StringComparison.Ordinal).Replace("{telephone}", plan.Value.Telephone, StringComparison.Ordinal)
        .Replace("{hours}", plan.Value.TelephoneHours, StringComparison.Ordinal).Replace("{post}", string.Join(", ", plan.Value.Post), StringComparison.Ordinal);
}
