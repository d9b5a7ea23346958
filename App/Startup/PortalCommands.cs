using System.CommandLine;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.App.Startup;

/// <summary>What the command line can do. Without a command the portal serves; settings may follow as <c>--Section:Name value</c>.</summary>
internal static class PortalCommands
{
    internal static Task<int> RunAsync(string[] args)
    {
        var serve = new Command("serve", "Start the portal (the default).") { TreatUnmatchedTokensAsErrors = false };
        serve.SetAction((parsed, cancel) => ServePortal.RunAsync([.. parsed.UnmatchedTokens], cancel));
        var root = new RootCommand("PrivacyPortal: a health plan's member portal that keeps its privacy statement.") { serve, Accounts(), AuditCommands.Audit() };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancel) => ServePortal.RunAsync([.. parsed.UnmatchedTokens], cancel));
        return root.Parse(args).InvokeAsync();
    }

    private static Command Accounts()
    {
        var name = new Argument<string>("sign-in-name") { Description = "3 to 64 of a-z, 0-9, hyphen and full stop." };
        var role = new Option<Role>("--role") { Description = "The account's role.", Required = true };
        var record = new Option<string?>("--record") { Description = "Patient/ID or Practitioner/ID in the record system." };
        var create = new Command("create", "Make an account; its assigned password is printed once.") { name, role, record };
        create.TreatUnmatchedTokensAsErrors = false;
        create.SetAction((parsed, cancel) => CreateAsync(parsed.GetValue(name)!, parsed.GetValue(role), parsed.GetValue(record), [.. parsed.UnmatchedTokens], cancel));
        return new Command("accounts", "Accounts at the command line: how the first administrator is made.") { create };
    }

    private static async Task<int> CreateAsync(string name, Role role, string? record, string[] settings, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder(settings);
        var data = new DataDirectory(builder.Configuration);
        builder.AddPortal(data, evaluation: false);
        await using var app = builder.Build();
        await app.Services.MigrateStoreAsync(cancel);
        var (secret, refusal) = await app.Services.GetRequiredService<CreateAccount>().RunAsync(name, [role], record, "setup", cancel);
        if (secret is null)
        {
            await Console.Error.WriteLineAsync($"No account was made: {Sentence(refusal!.Value)}");
            return 1;
        }
        Console.WriteLine($"Account {name} ({role}) was made. Its assigned password, shown this once:");
        Console.WriteLine(secret.Reveal());
        return 0;
    }

    private static string Sentence(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.BadUserName => "a sign-in name is 3 to 64 of a-z, 0-9, hyphen and full stop, and begins with a letter or digit.",
        AccountRefusal.NameTaken => "there is an account of that name.",
        AccountRefusal.NoRole => "an account needs a role.",
    };
}
