using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using PrivacyPortal.App;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Guards;

/// <summary>What can reach a log is closed: numbers, closed words, and the few texts named here. Nothing of a member fits in (C11); see decision 007.</summary>
[Trait("clause", "C11")]
public sealed partial class LogTests
{
    // texts of our own making: the name of an exception's type, a sentence of ForgettingWeaknessWords
    private static readonly HashSet<string> OurTexts = ["kind", "sentence"];

    [Fact]
    public void A_log_line_takes_numbers_and_closed_words_only()
    {
        var taken = new[] { typeof(PortalApp).Assembly, typeof(PortalUrls).Assembly, typeof(MemberVisit).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(method => method.IsDefined(typeof(LoggerMessageAttribute)))
            .SelectMany(method => method.GetParameters()).Where(parameter => parameter.ParameterType != typeof(ILogger)).ToList();
        Assert.NotEmpty(taken);
        Assert.Equal(OurTexts, taken.Where(parameter => parameter.ParameterType == typeof(string)).Select(parameter => parameter.Name!).ToHashSet());
        Assert.All(taken, parameter => Assert.True(
            parameter.ParameterType.IsEnum || parameter.ParameterType.IsPrimitive || (parameter.ParameterType == typeof(string) && OurTexts.Contains(parameter.Name!)),
            $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name} logs {parameter.Name}"));
    }

    [Fact]
    public void Nothing_is_logged_but_by_declared_messages() => Assert.All(Sources("*.cs").Concat(Sources("*.razor")), text => Assert.DoesNotMatch(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(", text));

    [Fact]
    public void A_span_or_a_metric_is_tagged_with_nothing_of_a_member()
    {
        var tags = Sources("*.cs").SelectMany(text => Tagging().Matches(text)).Select(match => match.Value).ToHashSet();
        // the one that is left takes a tag off
        Assert.Equal([".SetTag(tag, null)"], tags);
    }

    private static List<string> Sources(string pattern)
    {
        var texts = new[] { "App", "Components", "Services" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), pattern, SearchOption.AllDirectories)).Select(File.ReadAllText).ToList();
        Assert.True(texts.Count > 50, "the sources were not found");
        return texts;
    }

    [GeneratedRegex(@"\.(SetTag|AddTag|AddBaggage|SetBaggage)\([^)]*\)?")]
    private static partial Regex Tagging();
}
