namespace PrivacyPortal.RecordSystem.Generate;

/// <summary>
/// The money of one line. It adds up: submitted = eligible + discount; eligible = benefit + member liability; member liability =
/// deductible + copay + coinsurance + not covered.
/// </summary>
internal sealed record ClaimLine(Code Service, decimal Submitted, decimal Discount, decimal NonCovered, decimal Copay, decimal Deductible, decimal Coinsurance)
{
    public decimal Eligible => Submitted - Discount;

    public decimal MemberLiability => Deductible + Copay + Coinsurance + NonCovered;

    public decimal Benefit => Eligible - MemberLiability;

    public static ClaimLine Of(Code service, decimal submitted, bool inNetwork, bool covered, decimal copay, ref decimal deductibleLeft)
    {
        var discount = inNetwork ? decimal.Round(submitted * 0.32m, 2) : 0;
        var eligible = submitted - discount;
        if (!covered) return new ClaimLine(service, submitted, discount, eligible, 0, 0, 0);
        var paidAtVisit = Math.Min(copay, eligible);
        var deductible = Math.Min(deductibleLeft, eligible - paidAtVisit);
        deductibleLeft -= deductible;
        var share = decimal.Round((eligible - paidAtVisit - deductible) * (inNetwork ? 0.2m : 0.4m), 2);
        return new ClaimLine(service, submitted, discount, 0, paidAtVisit, deductible, share);
    }

    /// <summary>The amounts under the codes of CARIN's guide and of HL7's adjudication codes.</summary>
    public IEnumerable<(string System, string Code, decimal Amount)> Amounts()
    {
        yield return (Claim.Adjudication, "submitted", Submitted);
        yield return (Claim.Carin, "discount", Discount);
        yield return (Claim.Adjudication, "eligible", Eligible);
        yield return (Claim.Adjudication, "deductible", Deductible);
        yield return (Claim.Adjudication, "copay", Copay);
        yield return (Claim.Carin, "coinsurance", Coinsurance);
        yield return (Claim.Carin, "noncovered", NonCovered);
        yield return (Claim.Adjudication, "benefit", Benefit);
        yield return (Claim.Carin, "paidtoprovider", Benefit);
        yield return (Claim.Carin, "memberliability", MemberLiability);
    }
}
