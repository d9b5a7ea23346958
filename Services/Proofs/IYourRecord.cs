namespace PrivacyPortal.Services.Proofs;

/// <summary>How many people could look at the record of whoever reads the page, at this moment (C13).</summary>
public interface IYourRecord
{
    /// <summary>Null for a visitor, and for an account without a record of its own.</summary>
    int? PeopleWhoCouldLook();
}
