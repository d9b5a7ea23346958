using System.CommandLine;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Startup;

/// <summary>The store at the command line: on PostgreSQL its owner brings it up to date, because the portal's own role may not.</summary>
internal static class StoreCommands
{
    internal static Command Store() => new("store", "The store: bring it to the schema of this version.") { Migrate() };

    private static Command Migrate()
    {
        var role = new Option<string?>("--app-role") { Description = "PostgreSQL: the role that the portal runs as; it is given what it needs and nothing more." };
        var migrate = new Command("migrate", "Bring the store to the schema of this version. On PostgreSQL as the role that owns it: name its connection by Store:ConnectionFile.") { role };
        migrate.TreatUnmatchedTokensAsErrors = false;
        migrate.SetAction((parsed, cancel) => PortalAt.BareAsync([.. parsed.UnmatchedTokens], async services =>
        {
            await services.MigrateStoreAsync(cancel);
            if (parsed.GetValue(role) is { } name)
                await services.GrantStoreAsync(name, cancel);
            Console.WriteLine("The store has the schema of this version.");
            return 0;
        }, cancel));
        return migrate;
    }
}
