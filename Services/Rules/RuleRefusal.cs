namespace PrivacyPortal.Services.Rules;

/// <summary>Why the rules were not changed.</summary>
public enum RuleRefusal
{
    /// <summary>Only an administrator proposes; an administrator or a privacy officer decides.</summary>
    NotYourOffice,

    /// <summary>A cell stands twice, or names what does not exist.</summary>
    BadCell,

    /// <summary>Administrators open no record, by no rule.</summary>
    AdministratorsOpenNothing,

    NothingChanges,

    /// <summary>It widens a role that the proposer or the second person holds.</summary>
    OwnElevation,

    /// <summary>It was not rehearsed, or the rehearsal would come out differently by now.</summary>
    NotRehearsed,

    /// <summary>It was written against rules that are in force no longer.</summary>
    Outdated,

    /// <summary>The second person is the first.</summary>
    SamePerson,

    /// <summary>There is no such proposal that waits.</summary>
    NoSuchProposal,
}
