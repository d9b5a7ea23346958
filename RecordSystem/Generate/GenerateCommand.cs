using System.CommandLine;
using System.Globalization;
using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>The generate command: made-up members, into a bundle or straight into the database.</summary>
internal static class GenerateCommand
{
    private const string DefaultAsOf = "2026-06-30";

    public static Command Make()
    {
        var members = new Option<int>("--members") { Description = "How many members to make up (required)" };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same people, byte for byte", DefaultValueFactory = _ => 1 };
        var claims = new Option<int?>("--claims") { Description = "How many claims the first member has" };
        var asOf = new Option<string>("--as-of") { Description = "The day the newest records are from", DefaultValueFactory = _ => DefaultAsOf };
        var file = new Option<string?>("--out") { Description = "Write a transaction bundle to this file", HelpName = "FILE" };
        var database = new Option<string?>("--database") { Description = "Write into this SQLite file of the record system", HelpName = "FILE" };
        var command = new Command("generate", "Make up people with coverage, claims and care") { members, seed, claims, asOf, file, database };
        command.Validators.Add(result =>
        {
            if (result.Typed(members) is null) result.AddError("--members is required.");
            result.CheckNumber(members, 1, 1_000_000);
            result.CheckNumber(seed, int.MinValue, int.MaxValue);
            result.CheckNumber(claims, 0, 1_000_000);
            if (result.Typed(asOf) is { } typed && !TryDay(typed, out _)) result.AddError($"--as-of must be a day like {DefaultAsOf}.");
            if (result.Typed(file) is null == result.Typed(database) is null) result.AddError("Give either --out or --database.");
        });
        command.SetAction(parsed =>
        {
            TryDay(parsed.GetValue(asOf), out var day);
            return Run(new GeneratedPlan(parsed.GetValue(members), parsed.GetValue(seed), parsed.GetValue(claims), day), parsed.GetValue(file), parsed.GetValue(database));
        });
        return command;
    }

    private static int Run(GeneratedPlan plan, string? file, string? database)
    {
        int count;
        if (database is not null) count = plan.WriteTo(Database.Open(database), TimeProvider.System.GetUtcNow());
        else
        {
            using var stream = new FileStream(file!, FileMode.Create, FileAccess.Write);
            count = plan.WriteTo(stream);
        }

        Console.WriteLine($"{plan.Members} members made up, {count} resources");
        return 0;
    }

    private static bool TryDay(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
