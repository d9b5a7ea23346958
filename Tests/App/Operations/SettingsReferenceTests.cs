using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PrivacyPortal.App;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.App.Operations;

/// <summary>
/// docs/settings.md is what the options classes say: every setting, its default and its meaning. After a change of one of them, run this test with
/// <c>WRITE_SETTINGS=1</c> in the environment.
/// </summary>
public sealed partial class SettingsReferenceTests
{
    private static readonly string Document = Path.Combine(RepositoryRoot.Path, "docs", "settings.md");

    // what is read before any options are
    private static readonly (string Name, string Default, string Meaning)[] Plain =
    [
        ("AllowedHosts", "localhost", "The host names that the portal answers to, separated by semicolons."),
        ("Audit:CheckpointDirectory", "`checkpoints` in the data directory", "The folder of signed checkpoints; best on another volume."),
        ("Audit:Origin", "`privacy-portal/audit`", "The log's name in every checkpoint."),
        ("Audit:SigningKey", "`keys/audit-signing.pem` in the data directory", "The file of the key that signs checkpoints; made on the first start."),
        ("Evaluation:AccountsFile", "none", "Evaluation only: also write the accounts and their assigned passwords there."),
        ("Kestrel:Certificates:Default", "none; evaluation makes one", "The certificate for https: `Path` with `KeyPath` (PEM) or `Password` (PKCS#12)."),
        ("Kestrel:Endpoints", "none", "Listeners, each with an address and a certificate, in place of `ASPNETCORE_URLS`."),
        ("Passwords:BreachedList", "none: only common ones are refused", "A file of passwords stolen elsewhere: `SHA-1:count` a line, ascending by hash; searched on the spot, never asked over the network."),
        ("Portal:DataDirectory", "`.data`", "The one directory that the portal writes to: its store and its keys."),
        ("Portal:KeysDirectory", "`keys` in the data directory", "The folder of the keys; nodes that act as one share it."),
        ("Portal:KeyRing", "none; evaluation makes one", "The RSA certificate to which the key ring is encrypted: `Path` with `KeyPath` (PEM) or `Password` (PKCS#12). Keep it apart from the data directory."),
        ("urls", "none", "The addresses to listen on, separated by semicolons; in the environment `ASPNETCORE_URLS`. `Kestrel:Endpoints` goes before them."),
    ];

    [Fact]
    public void The_reference_is_what_the_options_classes_say()
    {
        var said = Reference();
        if (Environment.GetEnvironmentVariable("WRITE_SETTINGS") == "1")
            File.WriteAllText(Document, said);
        Assert.Equal(said, File.ReadAllText(Document));
    }

    [Fact]
    public void Every_setting_says_what_it_is() => Assert.All(Classes.SelectMany(Settings), setting => Assert.False(setting.Meaning.Length == 0, setting.Name));

    [Fact]
    public void Every_setting_that_is_read_by_name_is_in_it()
    {
        var read = new[] { "App", "Services" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => ReadByName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value + match.Groups[2].Value)).Distinct().ToList();
        Assert.NotEmpty(read);
        var text = File.ReadAllText(Document);
        Assert.All(read, name => Assert.Contains($"| `{name}", text, StringComparison.Ordinal));
    }

    private static List<Type> Classes { get; } = [.. new[] { typeof(PortalApp).Assembly, typeof(MemberVisit).Assembly }.SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsAbstract: false, IsClass: true } && SectionField(type) is not null).OrderBy(SectionOf, StringComparer.Ordinal)];

    private static Dictionary<string, string> Summaries { get; } = new[] { "App", "Services" }
        .SelectMany(project => XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"PrivacyPortal.{project}.xml")).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value, member => Spaces().Replace(Plainly(member.Element("summary")), " ").Trim());

    private static string Reference()
    {
        var text = new StringBuilder("""
            # Settings

            Each can stand in `appsettings.json`, in the environment (`Records__BaseUrl`) or on the command line (`--Records:BaseUrl`); lists count from 0
            (`Plan__Post__0`). In production a start with a wrong or missing setting ends with one sentence for each, and no server. This page is written from the
            options classes by a test that holds it equal to them.

            ## Read first


            """);
        Table(text, Plain);
        foreach (var type in Classes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {SectionOf(type)}\n\n{Summaries.GetValueOrDefault($"T:{type.FullName}")}\n\n");
            Table(text, Settings(type));
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Table(StringBuilder text, IEnumerable<(string Name, string Default, string Meaning)> settings)
    {
        text.Append("| setting | default | meaning |\n| --- | --- | --- |\n");
        foreach (var (name, standard, meaning) in settings)
            text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {standard} | {meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
    }

    private static IEnumerable<(string Name, string Default, string Meaning)> Settings(Type type) => Settings(type, Activator.CreateInstance(type)!, SectionOf(type));

    private static IEnumerable<(string Name, string Default, string Meaning)> Settings(Type type, object of, string section) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.SetMethod?.IsPublic == true || property.GetValue(of) is IList).SelectMany(property =>
        {
            var (name, value) = ($"{section}:{property.Name}", property.GetValue(of));
            return value is not null && property.PropertyType.IsClass && value is not (string or IEnumerable)
                ? Settings(property.PropertyType, value, name)
                : [(name, Default(value), Summaries.GetValueOrDefault($"P:{type.FullName}.{property.Name}") ?? "")];
        });

    private static string SectionOf(Type type) => (string)SectionField(type)!.GetRawConstantValue()!;

    private static FieldInfo? SectionField(Type type) => type.GetField("Section", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is { IsLiteral: true } found ? found : null;

    private static string Default(object? value) => value switch
    {
        null or "" => "none",
        IList { Count: 0 } => "none",
        bool on => on ? "on" : "off",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };

    private static string Plainly(XElement? summary) => summary is null ? "" : string.Concat(summary.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")?.Value.Split('.')[^1]}`",
        XElement element => $"`{element.Value}`",
        _ => node.ToString(),
    }));

    [GeneratedRegex(@"onfiguration\[""([A-Za-z:]+)""\]|GetSection\(""([A-Za-z:]+)""\)")]
    private static partial Regex ReadByName();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
