namespace PrivacyPortal.Services.Access;

/// <summary>C13: who administers the portal opens no member's record by it, whatever the rules say.</summary>
internal static class AdministratorsOpenNoRecord
{
    internal static int Without(int roles) => roles & ~(1 << (int)Role.Administrator);
}
