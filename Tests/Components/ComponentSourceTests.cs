using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using PrivacyPortal.Components.Claims;
using PrivacyPortal.Components.Messages;
using PrivacyPortal.Components.Results;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Components;

/// <summary>What no component may do, read from the sources and the types.</summary>
public sealed partial class ComponentSourceTests
{
    // the two that work out a list: each drops it when its section is gone, and has its own test; and the review of a request, whose words a wipe takes out
    private static readonly Type[] Workers = [typeof(ClaimsTable), typeof(ResultsTable), typeof(RequestReview)];

    [Fact]
    [Trait("clause", "C12")]
    public void No_component_keeps_what_it_shows_in_a_field()
    {
        var components = typeof(Routes).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ComponentBase)) && !type.IsAbstract).ToList();
        Assert.True(components.Count > 30, "the components were not found");
        var keepers = components.Where(type => Fields(type).Any(field => Holds(field.FieldType))).ToHashSet();
        Assert.Equal(Workers.ToHashSet(), keepers);
    }

    [Fact]
    [Trait("clause", "C15")]
    public void Nothing_comes_from_elsewhere_and_nothing_is_inline()
    {
        var root = Root();
        var files = Directory.EnumerateFiles(Path.Combine(root, "Components"), "*.razor", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "wwwroot"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".css" or ".js"))
            .ToList();
        Assert.True(files.Count > 40, "the sources were not found");
        Assert.All(files, file => Assert.DoesNotMatch(Forbidden(), File.ReadAllText(file)));
    }

    [Fact]
    public void No_page_says_null_where_it_means_nothing()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Root(), "Components"), "*.razor", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.DoesNotContain("=\"null\"", File.ReadAllText(page), StringComparison.Ordinal));
    }

    // the banned symbols stop a use; a type that is only injected would pass them
    [Fact]
    [Trait("clause", "C12")]
    public void No_component_is_given_a_store_a_cache_a_client_or_the_settings()
    {
        string[] closed = ["Microsoft.EntityFrameworkCore", "System.Net.Http", "Microsoft.Extensions.Configuration", "Microsoft.AspNetCore.Http", "Microsoft.Extensions.Caching"];
        var injected = typeof(Routes).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(property => property.IsDefined(typeof(InjectAttribute)))
            .ToList();
        Assert.True(injected.Count > 8, "the injected services were not found");
        Assert.All(injected, property => Assert.DoesNotContain(closed, space => property.PropertyType.FullName!.Contains(space, StringComparison.Ordinal)));
    }

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => !IsParameter(type, field.Name));

    private static bool IsParameter(Type type, string field) =>
        field.StartsWith('<') && type.GetProperty(field[1..field.IndexOf('>', StringComparison.Ordinal)])?.IsDefined(typeof(ParameterAttribute)) == true;

    // a handle (Held) is what a page may keep; the value behind it is not
    private static bool Holds(Type type) =>
        typeof(RecordValue).IsAssignableFrom(type) || type == typeof(ClaimPlace)
        || (type.Namespace != "PrivacyPortal.Services.Members" && type.IsGenericType && type.GenericTypeArguments.Any(Holds));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PrivacyPortal.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found above the tests.");
    }

    // a handler of HTML is in small letters; a component's own event is not
    [GeneratedRegex("""<style|<script|\sstyle="|(?-i:\son[a-z]+=")|https?://|MarkupString|@import|(?<!Object|with)url\(|innerHTML|eval\(""", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
