namespace PrivacyPortal.Services.SignIn;

/// <summary>How many wrong passwords one source may send before it has to wait. From <c>SignIn:*</c>.</summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>More where many people share one address, as in an office; 10 to 1000.</summary>
    public int TriesPerSource { get; set; } = 50;

    /// <summary>Every problem with them, each naming its setting.</summary>
    public IEnumerable<string> Problems()
    {
        if (TriesPerSource is < 10 or > 1000)
            yield return "SignIn:TriesPerSource must be 10 to 1000.";
    }
}
