namespace PrivacyPortal.RecordSystem.Search;

internal enum SearchKind { Token, Reference, Date, Text }

/// <summary>One search parameter of one type: where its values stand in the resource. With a target, only references to that type count.</summary>
internal sealed record SearchParameter(string Name, SearchKind Kind, string[] Paths, string? Target = null)
{
    public static SearchParameter Token(string name, params string[] paths) => new(name, SearchKind.Token, paths.Length > 0 ? paths : [name]);

    public static SearchParameter Reference(string name, params string[] paths) => new(name, SearchKind.Reference, paths.Length > 0 ? paths : [name]);

    public static SearchParameter Date(string name, params string[] paths) => new(name, SearchKind.Date, paths.Length > 0 ? paths : [name]);

    public static SearchParameter Text(string name, params string[] paths) => new(name, SearchKind.Text, paths.Length > 0 ? paths : [name]);

    public static SearchParameter To(string type, string name, params string[] paths) => new(name, SearchKind.Reference, paths, type);
}
