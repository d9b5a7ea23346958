namespace PrivacyPortal.Services.Privacy;

/// <summary>Marks the type that keeps a clause. Taking it off, or moving the type, fails the clause test.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EnforcesAttribute(params string[] clauses) : Attribute
{
    /// <summary>The ids of the clauses kept, such as <c>C12</c>.</summary>
    public IReadOnlyList<string> Clauses { get; } = clauses;
}
