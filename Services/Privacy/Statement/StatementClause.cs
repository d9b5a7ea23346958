namespace PrivacyPortal.Services.Privacy.Statement;

/// <summary>One clause as it is read: its stable id (also the anchor), its heading, and its paragraphs as plain text.</summary>
public sealed record StatementClause(string Id, string Heading, IReadOnlyList<string> Paragraphs);
