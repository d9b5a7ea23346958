namespace PrivacyPortal.RecordSystem.Search;

/// <summary>One condition: any of the values will do.</summary>
internal sealed record Criterion(string Name, SearchParameter? Parameter, string? TargetType, IReadOnlyList<string> Values);

internal sealed record SortKey(string Name, bool Descending);

internal sealed record Include(string SourceType, string Parameter, string? TargetType);

/// <summary>A search as it was understood; what was not understood is not in it.</summary>
internal sealed record SearchRequest(
    string Type, IReadOnlyList<Criterion> Criteria, IReadOnlyList<SortKey> Sort, IReadOnlyList<Include> Includes, int Count, string Self);
