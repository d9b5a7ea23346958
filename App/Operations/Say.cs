using Spectre.Console;

namespace PrivacyPortal.App.Operations;

/// <summary>Shows how far a long act is, from 0 to 1.</summary>
internal static class Say
{
    internal static void Progress(string what, Action<Action<double>> act) => AnsiConsole.Create(new AnsiConsoleSettings()).Progress().Start(shown =>
    {
        var task = shown.AddTask(what, maxValue: 1);
        act(part => task.Value = part);
        task.Value = 1;
    });
}
