namespace PrivacyPortal.Services.Storage;

/// <summary>One caller at the desk: which steps of the verification are done, and when. Closed words only: what was said is written nowhere.</summary>
public sealed class DeskScriptRow
{
    public required string Id { get; init; }

    /// <summary>The employee's account.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The account that is spoken of.</summary>
    public required string AccountId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the numbers of record were shown to the employee.</summary>
    public DateTimeOffset? NumbersAt { get; set; }

    /// <summary>How the person was reached; null until then.</summary>
    public DeskReach? Reach { get; set; }

    public DateTimeOffset? ReachedAt { get; set; }

    /// <summary>The words that the employee says, when there are any that the person can see.</summary>
    public string? Words { get; set; }

    /// <summary>Where the person sees them.</summary>
    public DeskWords? WordsOn { get; set; }

    /// <summary>When the person said that they are the same.</summary>
    public DateTimeOffset? WordsAt { get; set; }

    /// <summary>The notice that carries a code to the address of record.</summary>
    public string? CodeNoticeId { get; set; }

    /// <summary>The hash of the code; made when its notice is sent.</summary>
    public string? CodeHash { get; set; }

    public int CodeTries { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>How the desk made sure that it speaks with the right person. There is no way that asks for knowledge: birth dates and numbers are stolen data.</summary>
public enum DeskReach
{
    /// <summary>The employee hung up and called the number of record.</summary>
    CalledBack,

    /// <summary>The person read out a code that went to the e-mail address of record.</summary>
    CodeGiven,
}

/// <summary>Where the person sees the words by which the employee proves to be of the plan.</summary>
public enum DeskWords
{
    /// <summary>On the screen that asked for the call.</summary>
    Screen,

    /// <summary>On the letter.</summary>
    Letter,

    /// <summary>In the mail that carried the code.</summary>
    CodeMail,
}
