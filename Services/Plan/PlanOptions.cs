namespace PrivacyPortal.Services.Plan;

/// <summary>Who the plan is and how it is reached: the name, address and telephone on every page (C1, C16). From <c>Plan:*</c>.</summary>
public sealed class PlanOptions
{
    public const string Section = "Plan";

    /// <summary>The plan's name as members know it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The company in the copyright line.</summary>
    public string LegalName { get; set; } = "";

    /// <summary>Member services by telephone, as printed.</summary>
    public string Telephone { get; set; } = "";

    /// <summary>When the telephone is answered, in words.</summary>
    public string TelephoneHours { get; set; } = "";

    /// <summary>The postal address, one line each.</summary>
    public IList<string> Post { get; } = [];

    /// <summary>The e-mail address; shown only behind its warning (C16).</summary>
    public string Email { get; set; } = "";

    /// <summary>Days in which a decision on a claim can be appealed, counted from the day of the decision.</summary>
    public int AppealDays { get; set; } = 180;

    /// <summary>Every setting that is missing, as one message each.</summary>
    public IEnumerable<string> Missing()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return "Plan:Name must be the plan's name.";
        if (string.IsNullOrWhiteSpace(LegalName))
            yield return "Plan:LegalName must be the company named in the copyright line.";
        if (string.IsNullOrWhiteSpace(Telephone))
            yield return "Plan:Telephone must be the member services number.";
        if (Post.Count == 0)
            yield return "Plan:Post must hold at least one address line.";
        if (string.IsNullOrWhiteSpace(Email))
            yield return "Plan:Email must be the address for messages that are not confidential.";
        if (AppealDays < 1)
            yield return "Plan:AppealDays must be the days in which a decision can be appealed.";
    }
}
