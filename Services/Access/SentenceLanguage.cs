namespace PrivacyPortal.Services.Access;

/// <summary>The languages in which a decision explains itself.</summary>
public enum SentenceLanguage
{
    English,
    Spanish,
}
