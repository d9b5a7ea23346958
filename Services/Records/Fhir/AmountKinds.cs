using System.Text.Json;
using PrivacyPortal.Services.Claims;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>What an adjudication category means here, in the dialects that claims are written in: CARIN Blue Button, and CMS Blue Button as Synthea writes it too.</summary>
internal static class AmountKinds
{
    /// <summary>The meaning by any coding of a category. CMS puts a looser CARIN code beside its own, so its own is asked first.</summary>
    public static AmountKind Of(JsonElement category)
    {
        var kind = AmountKind.Other;
        foreach (var coding in category.Items("coding"u8))
        {
            var (system, code) = (Concepts.SystemOf(coding), coding.Text("code"u8));
            if (code is null)
                continue;
            if (IsCms(system) || IsCms(code))
            {
                if (OfCms(code[(code.LastIndexOf('/') + 1)..]) is var exact and not AmountKind.Other)
                    return exact;
            }
            else if (kind == AmountKind.Other && IsKnown(system))
            {
                kind = OfCarin(code);
            }
        }
        return kind;
    }

    private static bool IsCms(string? text) => text is not null && text.StartsWith("https://bluebutton.cms.gov/", StringComparison.Ordinal);

    private static bool IsKnown(string? system) => system is null or "http://terminology.hl7.org/CodeSystem/adjudication"
        || system.StartsWith("http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BB", StringComparison.Ordinal);

    private static AmountKind OfCarin(string code) => code switch
    {
        "submitted" => AmountKind.Billed,
        "discount" => AmountKind.Discount,
        "eligible" => AmountKind.Allowed,
        "deductible" => AmountKind.Deductible,
        "copay" => AmountKind.Copay,
        "coinsurance" => AmountKind.Coinsurance,
        "noncovered" => AmountKind.NotCovered,
        "benefit" => AmountKind.PlanPaid,
        "paidtoprovider" => AmountKind.PaidToProvider,
        "paidtopatient" => AmountKind.PaidToMember,
        "priorpayerpaid" => AmountKind.OtherInsurancePaid,
        "memberliability" => AmountKind.MemberOwes,
        "paidbypatient" => AmountKind.MemberPaid,
        "drugcost" => AmountKind.DrugCost,
        _ => AmountKind.Other,
    };

    private static AmountKind OfCms(string variable) => variable switch
    {
        "line_sbmtd_chrg_amt" or "clm_tot_chrg_amt" or "nch_carr_clm_sbmtd_chrg_amt" or "rev_cntr_tot_chrg_amt" => AmountKind.Billed,
        "line_alowd_chrg_amt" or "nch_carr_clm_alowd_amt" => AmountKind.Allowed,
        "line_bene_ptb_ddctbl_amt" or "carr_clm_cash_ddctbl_apld_amt" or "nch_bene_ip_ddctbl_amt" or "nch_bene_ptb_ddctbl_amt" => AmountKind.Deductible,
        "line_coinsrnc_amt" or "nch_bene_pta_coinsrnc_lblty_amt" or "nch_bene_ptb_coinsrnc_amt" => AmountKind.Coinsurance,
        "nch_ip_ncvrd_chrg_amt" or "rev_cntr_ncvrd_chrg_amt" => AmountKind.NotCovered,
        "line_prvdr_pmt_amt" or "cvrd_d_plan_pd_amt" => AmountKind.PlanPaid,
        "nch_clm_prvdr_pmt_amt" or "clm_op_prvdr_pmt_amt" => AmountKind.PaidToProvider,
        "line_bene_pmt_amt" or "nch_clm_bene_pmt_amt" or "clm_op_bene_pmt_amt" => AmountKind.PaidToMember,
        "line_bene_prmry_pyr_pd_amt" or "nch_prmry_pyr_clm_pd_amt" or "carr_clm_prmry_pyr_pd_amt" => AmountKind.OtherInsurancePaid,
        "ptnt_pay_amt" => AmountKind.MemberPaid,
        "tot_rx_cst_amt" => AmountKind.DrugCost,
        _ => AmountKind.Other,
    };
}
