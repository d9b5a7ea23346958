namespace PrivacyPortal.Services.Passwords;

/// <summary>A password while it is being chosen.</summary>
/// <param name="Characters">Code points typed.</param>
/// <param name="Refusal">The first reason against it, or null.</param>
/// <param name="Strength">0 to 4: how hard it is to guess.</param>
public sealed record PasswordJudgement(int Characters, PasswordRefusal? Refusal, int Strength);
