namespace PrivacyPortal.Components.Consent;

/// <summary>Marks the one page that a session opens which has not stayed under the statement in force, and that no other session opens (C20).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpensBeforeStayingAttribute : Attribute;
