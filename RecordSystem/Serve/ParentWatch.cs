namespace PrivacyPortal.RecordSystem.Serve;

/// <summary>
/// Standard input is the line to the parent: its first line is the token, its end means that the parent is gone, however it
/// went. The system closes the pipe even when the parent was killed, so this needs no signal and no polling.
/// </summary>
internal sealed class ParentWatch(TextReader input)
{
    public string? ReadToken() => input.ReadLine()?.Trim();

    public void EndProcessWithInput() =>
        new Thread(() =>
        {
            while (input.ReadLine() is not null) { }

            // at once: SQLite keeps its file whole without us
            Environment.Exit(0);
        })
        { IsBackground = true, Name = "parent watch" }.Start();
}
