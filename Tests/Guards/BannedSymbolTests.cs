using System.Reflection;
using System.Xml.Linq;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Guards;

/// <summary>A ban on a name that nothing has forbids nothing, and the analyzer does not say so: every banned symbol is there, and every list of them is used.</summary>
public sealed class BannedSymbolTests
{
    private static readonly string[] Layers = ["App", "Components", "Services"];

    // loaded by name: a ban is on what a layer does not use
    private static readonly string[] Homes =
    [
        "System.Private.CoreLib", "System.Console", "System.Net.Http", "Microsoft.AspNetCore.Http.Abstractions", "Microsoft.AspNetCore.Components", "Microsoft.Extensions.Http",
        "Microsoft.Extensions.Caching.Abstractions", "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.EntityFrameworkCore",
    ];

    [Fact]
    public void Every_banned_symbol_exists_and_says_why()
    {
        var homes = Homes.Select(home => Assembly.Load(home)).ToList();
        var used = new HashSet<Assembly>();
        foreach (var layer in Layers)
        {
            var bans = File.ReadAllLines(ListOf(layer)).Where(line => line.Length > 0).ToList();
            Assert.NotEmpty(bans);
            Assert.All(bans, ban =>
            {
                var parts = ban.Split(';');
                Assert.True(parts is [_, { Length: > 0 }], $"{layer}: {ban}");
                var home = homes.FirstOrDefault(assembly => Has(assembly, parts[0]));
                Assert.True(home is not null, $"{layer}: nothing is called {parts[0]}");
                used.Add(home!);
            });
        }
        Assert.Equal(homes.ToHashSet(), used);
    }

    [Fact]
    public void Every_layer_is_held_to_its_list() => Assert.All(Layers, layer =>
    {
        var projects = XDocument.Load(Path.Combine(RepositoryRoot.Path, layer, $"{layer}.csproj")).Descendants().Concat(XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Build.props")).Descendants()).ToList();
        Assert.Contains(projects, element => element.Name.LocalName == "AdditionalFiles" && ((string?)element.Attribute("Include"))?.Contains("BannedSymbols", StringComparison.Ordinal) == true);
        Assert.Contains(projects, element => element.Name.LocalName == "PackageReference" && (string?)element.Attribute("Include") == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
    });

    private static string ListOf(string layer) => Path.Combine(RepositoryRoot.Path, layer, "BannedSymbols.txt");

    private static bool Has(Assembly assembly, string symbol) => symbol.Split(':') switch
    {
        ["T", var type] => assembly.GetType(type) is not null,
        ["P", var property] => property.LastIndexOf('.') is var dot && assembly.GetType(property[..dot])?.GetProperty(property[(dot + 1)..]) is not null,
        ["N", var space] => assembly.GetExportedTypes().Any(type => type.Namespace == space),
        _ => false,
    };
}
