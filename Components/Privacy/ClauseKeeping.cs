using PrivacyPortal.Services.Privacy;

namespace PrivacyPortal.Components.Privacy;

/// <summary>What keeps each clause, in one sentence for everyone. docs/privacy-statement.md names the code.</summary>
internal static class ClauseKeeping
{
    internal static string Say(string clause) => clause switch
    {
        Clauses.PlanIdentity => T("The frame around every page writes the plan's name, telephone and address from the plan's settings; no page can be drawn without it."),
        Clauses.PersonalPassword => T("Every page is closed unless it says that it is public. There is no shared, default or guest account."),
        Clauses.AssignedFirst => T("The first password is made at random and expires; until you replace it, the server refuses every other page."),
        Clauses.ChangeInTheApp => T("A change takes effect at once, and in the same step every other session ends."),
        Clauses.ForgottenMeansReassigned => T("The answer to a forgotten password is the same, and takes as long, whether or not the account exists."),
        Clauses.NobodyAsks => T("No page of our staff has a field for anyone else's password, and nobody can sign in as you."),
        Clauses.NothingWrittenDown => T("Only a salted hash of a password is stored. An assigned one travels in two halves or in a sealed letter."),
        Clauses.CompromisedAtOnce => T("One press closes the password, ends every session and page, and starts a new assignment."),
        Clauses.AlwaysEncrypted => T("The server speaks TLS 1.2 and 1.3 with strong suites only; an unencrypted request is only sent to the encrypted address."),
        Clauses.VerifiablePage => T("The server reads the certificate and the encryption from the very connection that brought you this page."),
        Clauses.NotStored => T("The database has no column for a name, an address or a record, and memory is kept from dumps."),
        Clauses.OnlyWhileViewing => T("What is read belongs to one open page. When the page goes, it is wiped and the freed memory is overwritten."),
        Clauses.AccessByNeed => T("A record opens only with a decision by need, which is written to the log before anything is asked for."),
        Clauses.InputServesTheRequest => T("What is entered goes to the record system; nothing of it is written to this server's disk, address line or logs."),
        Clauses.NothingSentOutside => T("The browser is told to speak to this website only, and the server counts every connection that it opens itself."),
        Clauses.NoConfidentialEmail => T("The e-mail address stands behind its warning, with the telephone and the post beside it."),
        Clauses.EmailCarriesNothing => T("The texts of all our mail are fixed; no part of a record can be put into one."),
        Clauses.VitalNoticesOnly => T("There is a closed list of vital notices and no other sender; each one stands in your list of notices."),
        Clauses.ExitAnytime => T("Exit stands on every page and works without scripts; it ends the session, its pages and what they held."),
        Clauses.StayingIsConsent => T("The statement has a version and a date, and says in words what changed."),
        Clauses.CommentsWelcome => T("Each clause has a stable number, so that a comment can name it."),
        Clauses.ConcernsAnswered => T("A concern gets a number and stands in the privacy officer's queue until it is answered."),
        Clauses.Proactive => T("Probes measure all the time, and the log of every look is verified against signed checkpoints."),
        Clauses.ErrorsAndStatus => T("Each page has one status line, read aloud by assistive technology."),
        _ => throw new ArgumentOutOfRangeException(nameof(clause)),
    };
}
