namespace PrivacyPortal.Services.Privacy.Statement;

/// <summary>One version of the statement: its id, such as <c>2026-11</c>, and the day from which it holds.</summary>
public sealed record StatementVersion(string Id, DateOnly TakesEffect);
