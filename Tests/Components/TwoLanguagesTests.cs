using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PrivacyPortal.Components.Shared;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Components;

/// <summary>Every sentence that a page says is there in both languages, and none is said past <see cref="Texts"/>; read from the sources.</summary>
[Trait("clause", "C24")]
public sealed partial class TwoLanguagesTests
{
    private static readonly string Components = RepositoryRoot.File("Components");

    private static IReadOnlyList<string> Sources { get; } =
        [.. Directory.EnumerateFiles(Components, "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !file.Contains("/obj/", StringComparison.Ordinal))];

    private static IReadOnlyList<(string File, string English, string Spanish)> Spoken { get; } =
        [.. Directory.EnumerateFiles(Components, "Texts.es.resx", SearchOption.AllDirectories).SelectMany(file =>
            XDocument.Load(file).Root!.Elements("data").Select(text => (Path.GetFileName(Path.GetDirectoryName(file)!), (string)text.Attribute("name")!, (string)text.Element("value")!)))];

    private static HashSet<string> Said { get; } =
        [.. Sources.SelectMany(file => Sentence().Matches(File.ReadAllText(file))).Select(match => Regex.Unescape(match.Groups[1].Value))];

    [Fact]
    public void Every_sentence_has_its_Spanish()
    {
        Assert.True(Said.Count > 500, "the sentences were not found");
        var spanish = Spoken.Select(text => text.English).ToHashSet();
        Assert.DoesNotContain(Said, sentence => !spanish.Contains(sentence));
    }

    // the build leaves out what it takes for the same name
    [Fact]
    public void Every_sentence_is_said_in_Spanish_by_the_portal_that_was_built()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        Assert.All(Spoken, text => Assert.Equal(text.Spanish, Texts.T(text.English)));
    }

    [Fact]
    public void No_Spanish_is_left_over() => Assert.DoesNotContain(Spoken, text => !Said.Contains(text.English));

    [Fact]
    public void The_same_sentence_is_the_same_in_every_folder() =>
        Assert.Empty(Spoken.GroupBy(text => text.English).Where(same => same.Select(text => text.Spanish).Distinct().Count() > 1).Select(same => same.Key));

    [Fact]
    public void Both_languages_have_the_same_blanks_and_words_in_them() => Assert.All(Spoken, text =>
    {
        Assert.Equal(Blanks(text.English), Blanks(text.Spanish));
        Assert.False(string.IsNullOrWhiteSpace(text.Spanish), text.English);
    });

    [Fact]
    public void No_page_says_a_sentence_in_English_only()
    {
        var (pages, found) = (0, new List<string>());
        foreach (var file in Sources)
        {
            pages++;
            found.AddRange(EnglishOnly(File.ReadAllText(file), Path.GetExtension(file) == ".razor").Select(text => $"{Path.GetRelativePath(Components, file)}: {text}"));
        }
        Assert.True(pages > 60, "the pages were not found");
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("<p>Nothing here</p>", 1)]
    [InlineData("<p>@T(\"Nothing here\")</p>", 0)]
    [InlineData("<p>@T(\"Since {0} (about)\", Say(\"x\"))</p>", 0)]
    [InlineData("<button aria-label=\"Close it\" class=\"quiet one\" @onclick=\"() => Go()\">@T(\"Close\")</button>", 1)]
    [InlineData("<p>\n    Over two\n    lines\n</p>", 1)]
    [InlineData("@if (one > 2)\n{\n    <b>@name.Value</b>\n}", 0)]
    [InlineData("<ul>@foreach (var one in all) { <li>@one.Name</li> }</ul>", 0)]
    [InlineData("<ul>@foreach (var one in all) { <li>Said in English</li> }</ul>", 1)]
    [InlineData("<b>@all.Count().ToString(\"N0\", Words.Culture)</b>", 0)]
    [InlineData("<p>@(open ? \"Still open\" : T(\"Closed\"))</p>", 1)]
    [InlineData("<i></i>\n@code {\n    string Say() => \"Not translated yet\";\n}", 1)]
    [InlineData("<i></i>\n@code {\n    string Say() => T(\"Translated\"); // \"Not a sentence\"\n}", 0)]
    public void The_search_finds_what_it_should_and_nothing_else(string page, int times) => Assert.Equal(times, EnglishOnly(page, isPage: true).Count());

    private static IEnumerable<string> Blanks(string text) => Blank().Matches(text).Select(match => match.Value).Distinct().Order();

    private static IEnumerable<string> EnglishOnly(string source, bool isPage)
    {
        source = NotSaid().Replace(Comment().Replace(source, ""), "");
        var code = isPage ? source.IndexOf("\n@code {", StringComparison.Ordinal) : 0;
        var markup = code < 0 ? source : source[..code];
        foreach (Match literal in Literal().Matches(source))
            yield return literal.Value;
        foreach (Match attribute in Attribute().Matches(markup))
            yield return attribute.Value;
        var text = Tag().Replace(Value().Replace(Expression().Replace(Control().Replace(markup, ""), ""), ""), "\n\n");
        foreach (Match words in Words().Matches(text))
            yield return words.Value.Trim();
    }

    [GeneratedRegex("""(?<![\w.])T\("((?:[^"\\]|\\.)*)"[,)]""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Blank();

    // what is not said to anybody: comments, log lines, exceptions
    [GeneratedRegex(@"@\*.*?\*@|^\s*//.*$|(?<=[;{,)\]]) *// .*$|\[LoggerMessage.*?\)\]|throw new \w+\(.*?\);|\?\? throw new .*?[;,]", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comment();

    // names for the machine, and a condition in the middle of a line
    [GeneratedRegex("""\b(class|aria-describedby|data-passkey)="@\([^\n]*?\)"|@(?:if|foreach) \((?>[^()\n]+|\((?<open>)|\)(?<-open>))*(?(open)(?!))\)(?: \{)?|\} else \{""")]
    private static partial Regex NotSaid();

    // a literal that begins like a sentence and has more than a word
    [GeneratedRegex("""(?<!T\(|=|\w|\\)\$?"[A-Z][a-z]+('[a-z]+)? [^"]*"|(?<=[?:] |\+ )"[A-Z]?[a-z]+ [^"]*[a-z][^"]*"(?! data| aria)""")]
    private static partial Regex Literal();

    [GeneratedRegex("""\s(aria-label|Label|Text|Warning|Sure|Hint|Empty|Nobody|title|placeholder|alt|data-label)="[^"@]*[A-Za-z]{2}[^"]*""")]
    private static partial Regex Attribute();

    [GeneratedRegex("""@(?:[\w.!?\[\]]|\(\))*\((?>"[^"]*"|[^()"]+|\((?<open>)|\)(?<-open>))*(?(open)(?!))\)(\.\w+)*|@[\w.!?\[\]]+""")]
    private static partial Regex Expression();

    [GeneratedRegex("=\\s*\"[^\"]*\"")]
    private static partial Regex Value();

    [GeneratedRegex(@"^\s*(@?(if|else|foreach|for|switch|using|case|default|break|inject|attribute|implements|inherits|layout|page|preservewhitespace|typeparam)\b.*|return;|var \w+ = .*|@?[{}].*)$", RegexOptions.Multiline)]
    private static partial Regex Control();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![&\w@.])[A-Za-z]{2,}[^\n]*(\n[^\n]+)*")]
    private static partial Regex Words();
}
