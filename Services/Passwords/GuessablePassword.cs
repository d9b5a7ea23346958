namespace PrivacyPortal.Services.Passwords;

/// <summary>Refuses what is tried first: zxcvbn's lists of common passwords, words, keyboard runs and repeats.</summary>
internal static class GuessablePassword
{
    // zxcvbn compares every part with every other: beyond this many characters the rest can only add strength
    private const int Considered = 72;

    private const int StrongEnough = 3;

    internal static PasswordRefusal? Check(string password, IEnumerable<string> contextWords)
    {
        var judged = Judge(password, contextWords);
        if (judged.Score >= StrongEnough)
            return null;
        return judged.MatchSequence.MaxBy(match => match.Token.Length)?.Pattern switch
        {
            "repeat" => PasswordRefusal.Repeats,
            "sequence" or "spatial" => PasswordRefusal.Runs,
            _ => PasswordRefusal.Common,
        };
    }

    internal static int Score(string password, IEnumerable<string> contextWords) => password.Length == 0 ? 0 : Judge(password, contextWords).Score;

    private static Zxcvbn.Result Judge(string password, IEnumerable<string> contextWords) =>
        new Zxcvbn.Zxcvbn().EvaluatePassword(password.Length > Considered ? password[..Considered] : password, contextWords);
}
