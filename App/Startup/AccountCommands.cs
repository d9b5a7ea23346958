using System.CommandLine;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Assignment;
using PrivacyPortal.Services.SignIn;
using Spectre.Console;

namespace PrivacyPortal.App.Startup;

/// <summary>Accounts at the command line: how the first administrator is made, and how many people are enrolled at once.</summary>
internal static class AccountCommands
{
    internal static Command Accounts() => new("accounts", "Accounts at the command line: the first administrator, and enrolment of many, a new password for whom the desk cannot help.") { Create(), Reassign(), Import() };

    private static Command Create()
    {
        var name = new Argument<string>("sign-in-name") { Description = "3 to 64 of a-z, 0-9, hyphen and full stop." };
        var role = new Option<Role>("--role") { Description = "The account's role.", Required = true };
        var record = new Option<string?>("--record") { Description = "Patient/ID or Practitioner/ID in the record system." };
        var create = new Command("create", "Make an account; its assigned password is printed once.") { name, role, record };
        create.TreatUnmatchedTokensAsErrors = false;
        create.SetAction((parsed, cancel) => PortalAt.CommandAsync([.. parsed.UnmatchedTokens],
            services => CreateAsync(services, parsed.GetValue(name)!, parsed.GetValue(role), parsed.GetValue(record), cancel), cancel));
        return create;
    }

    private static Command Reassign()
    {
        var name = new Argument<string>("sign-in-name");
        var reassign = new Command("reassign", "For an account without a place in the record system: assign a new password, printed once; the old one, second factors and sessions are gone.") { name };
        reassign.TreatUnmatchedTokensAsErrors = false;
        reassign.SetAction((parsed, cancel) => PortalAt.CommandAsync([.. parsed.UnmatchedTokens],
            services => ReassignAsync(services.GetRequiredService<ReassignAccount>(), parsed.GetValue(name)!, cancel), cancel));
        return reassign;
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV with the header user-name,role,record; one account a line. Each gets a sealed letter." };
        var import = new Command("import", "Enrol many. Each line stands whole or not at all; exit code 1 when any was refused.") { file };
        import.TreatUnmatchedTokensAsErrors = false;
        import.SetAction((parsed, cancel) => PortalAt.CommandAsync([.. parsed.UnmatchedTokens],
            services => ImportAsync(services.GetRequiredService<EnrolAccount>(), parsed.GetValue(file)!, cancel), cancel));
        return import;
    }

    private static async Task<int> CreateAsync(IServiceProvider services, string name, Role role, string? record, CancellationToken cancel)
    {
        var (secret, refusal) = await services.GetRequiredService<CreateAccount>().RunAsync(name, [role], record, "setup", cancel);
        if (secret is null)
        {
            await Console.Error.WriteLineAsync($"No account was made: {Sentence(refusal!.Value)}");
            return 1;
        }
        Console.WriteLine($"Account {name} ({role}) was made. Its assigned password, shown this once:");
        Console.WriteLine(secret.Reveal());
        return 0;
    }

    private static async Task<int> ReassignAsync(ReassignAccount reassign, string name, CancellationToken cancel)
    {
        if (await reassign.RunAsync(name, cancel) is not { } secret)
        {
            await Console.Error.WriteLineAsync("Nothing was assigned: there is no open account of that name, or it has a place in the record system. Such an account gets its password by letter or in halves, at the desk.");
            return 1;
        }
        Console.WriteLine($"The new assigned password of {name}, shown this once:");
        Console.WriteLine(secret.Reveal());
        return 0;
    }

    private static async Task<int> ImportAsync(EnrolAccount enrol, FileInfo file, CancellationToken cancel)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync("The file is not there.");
            return 2;
        }
        var (lines, problem) = EnrolmentFile.Read(await File.ReadAllLinesAsync(file.FullName, cancel));
        if (problem is not null)
        {
            await Console.Error.WriteLineAsync(problem);
            return 2;
        }
        var refused = new List<(int Line, string Why)>();
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var task = progress.AddTask("Enrolling", maxValue: Math.Max(1, lines.Count));
            foreach (var line in lines)
            {
                if (await EnrolAsync(enrol, line, cancel) is { } why)
                    refused.Add((line.Number, why));
                task.Increment(1);
            }
        });
        foreach (var (line, why) in refused)
            await Console.Error.WriteLineAsync($"Line {line}: {why}");
        Console.WriteLine($"{lines.Count - refused.Count} enrolled, {refused.Count} refused. The letters are sent while the portal serves.");
        return refused.Count == 0 ? 0 : 1;
    }

    private static async Task<string?> EnrolAsync(EnrolAccount enrol, EnrolmentLine line, CancellationToken cancel) =>
        line.Problem ?? (await enrol.RunAsync(line.UserName, line.Role, line.Record, "setup", cancel) is { } refusal ? Sentence(refusal) : null);

    private static string Sentence(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.BadUserName => "a sign-in name is 3 to 64 of a-z, 0-9, hyphen and full stop, and begins with a letter or digit.",
        AccountRefusal.NameTaken => "there is an account of that name.",
        AccountRefusal.NoRole => "an account needs a role.",
    };

    private static string Sentence(EnrolRefusal refusal) => refusal switch
    {
        EnrolRefusal.BadUserName => "a sign-in name is 3 to 64 of a-z, 0-9, hyphen and full stop, and begins with a letter or digit.",
        EnrolRefusal.NameTaken => "there is an account of that name.",
        EnrolRefusal.BadReference => "the record must be Patient/ID for members and representatives, Practitioner/ID for every other role.",
        EnrolRefusal.RecordTaken => "another account has that place in the record system.",
        EnrolRefusal.PrivilegedRole => "this role needs a second person's approval; it is given in the portal.",
    };
}
