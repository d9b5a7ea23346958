using System.Text.Json;
using PrivacyPortal.Services.Accounts;
using PrivacyPortal.Services.Passwords;
using Spectre.Console;

namespace PrivacyPortal.App.Startup;

/// <summary>Makes the evaluation accounts on the first start, and says each assigned password once: in a table, and in <c>Evaluation:AccountsFile</c> when set.</summary>
internal sealed class EvaluationAccounts(CreateAccount create, IConfiguration configuration)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    internal async Task MakeAsync(CancellationToken cancel)
    {
        var made = new List<(EvaluationPerson Person, AssignedSecret Secret)>();
        foreach (var person in EvaluationPeople.All)
        {
            if ((await create.RunAsync(person.UserName, [person.Role], person.Reference, "setup", cancel)).Secret is { } secret)
                made.Add((person, secret));
        }
        if (made.Count == 0)
        {
            AnsiConsole.WriteLine("The evaluation accounts exist already; their first passwords were shown when they were made. Delete the data directory to start afresh.");
            return;
        }
        Print(made);
        if (configuration["Evaluation:AccountsFile"] is { Length: > 0 } file)
            await WriteAsync(file, made, cancel);
    }

    private static void Print(List<(EvaluationPerson Person, AssignedSecret Secret)> made)
    {
        var table = new Table().Title("Evaluation accounts: assigned passwords, shown once").Border(TableBorder.Simple);
        table.AddColumns(new TableColumn("sign-in name").NoWrap(), new TableColumn("role").NoWrap(), new TableColumn("assigned password").NoWrap(), new TableColumn("sample"));
        foreach (var (person, secret) in made)
            table.AddRow(person.UserName, person.Role.ToString(), secret.Reveal(), Markup.Escape(person.Sample ?? ""));
        // a terminal that is a pipe reports 80 columns; a password must not be cut or wrapped
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);
        AnsiConsole.Write(table);
    }

    private static async Task WriteAsync(string file, List<(EvaluationPerson Person, AssignedSecret Secret)> made, CancellationToken cancel)
    {
        var rows = made.Select(m => new
        {
            m.Person.UserName,
            Role = m.Person.Role.ToString(),
            AssignedPassword = m.Secret.Reveal(),
            Patient = Id(m.Person.Reference, "Patient/"),
            Practitioner = Id(m.Person.Reference, "Practitioner/"),
        });
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(file, options);
        await JsonSerializer.SerializeAsync(stream, rows, Json, cancel);
    }

    private static string? Id(string? reference, string type) =>
        reference is not null && reference.StartsWith(type, StringComparison.Ordinal) ? reference[type.Length..] : null;
}
