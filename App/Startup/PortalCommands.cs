using System.CommandLine;
using PrivacyPortal.App.Operations;

namespace PrivacyPortal.App.Startup;

/// <summary>What the command line can do. Without a command the portal serves; settings may follow as <c>--Section:Name value</c>.</summary>
internal static class PortalCommands
{
    internal static Task<int> RunAsync(string[] args)
    {
        var serve = new Command("serve", "Start the portal (the default).") { TreatUnmatchedTokensAsErrors = false };
        serve.SetAction((parsed, cancel) => ServePortal.RunAsync([.. parsed.UnmatchedTokens], cancel));
        var root = new RootCommand("PrivacyPortal: a health plan's member portal that keeps its privacy statement.") { serve, AccountCommands.Accounts(), AuditCommands.Audit(), StoreCommands.Store(), Verify.VerifyCommand.Verify(), BackupCommand.Backup(), RestoreCommand.Restore() };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancel) => ServePortal.RunAsync([.. parsed.UnmatchedTokens], cancel));
        return root.Parse(args).InvokeAsync();
    }
}
