namespace PrivacyPortal.Components.Passwords;

/// <summary>Marks the one page that an assigned password opens, and that a personal one does not (C3). Every other page is the reverse.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpensWithAssignedPasswordAttribute : Attribute;
