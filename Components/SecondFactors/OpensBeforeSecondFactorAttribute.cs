namespace PrivacyPortal.Components.SecondFactors;

/// <summary>Marks the one page that a session opens which owes its second factor, and that no other session opens (C2).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpensBeforeSecondFactorAttribute : Attribute;
