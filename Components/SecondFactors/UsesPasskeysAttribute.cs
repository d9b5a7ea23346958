namespace PrivacyPortal.Components.SecondFactors;

/// <summary>Marks a static page whose frame loads the small script that asks the browser for a passkey.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesPasskeysAttribute : Attribute;
