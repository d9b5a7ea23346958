using System.CommandLine;
using PrivacyPortal.RecordSystem.Store;
using Spectre.Console;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>The import command: each file as a whole or not at all, and a line for each about what became of it.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "FHIR R4 JSON: bundles (transaction, batch, collection, searchset) or single resources", Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var database = CommandOptions.Database();
        var command = new Command("import", "Take FHIR R4 files; each file is taken as a whole or not at all") { files, database };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, Database.Open(parsed.GetValue(database)!), AnsiConsole.Console, Console.Out));
        return command;
    }

    internal static int Run(FileInfo[] files, Database database, IAnsiConsole console, TextWriter output)
    {
        var refused = 0;
        foreach (var file in files)
        {
            var report = console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi && !Console.IsOutputRedirected
                ? WithProgress(console, file, database)
                : FileImport.Take(database, file.FullName, TimeProvider.System.GetUtcNow(), _ => { });
            foreach (var line in report.Lines()) output.WriteLine(line);
            if (report.Refused > 0) refused++;
        }

        output.WriteLine($"{files.Length - refused} of {files.Length} files taken, {refused} refused");
        return refused == 0 ? 0 : 1;
    }

    private static ImportReport WithProgress(IAnsiConsole console, FileInfo file, Database database) =>
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(progress =>
        {
            // a file is read twice
            var task = progress.AddTask(Markup.Escape(file.Name), maxValue: Math.Max(1, file.Length * 2));
            return FileImport.Take(database, file.FullName, TimeProvider.System.GetUtcNow(), bytes => task.Increment(bytes));
        });
}
