using System.Text.Json;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>The amounts of a claim or line, and its network statuses, which stand among the amounts.</summary>
internal sealed class Adjudications
{
    private readonly List<ClaimAmount> amounts = [];
    private Coded? billingNetwork;
    private Coded? renderingNetwork;

    public IReadOnlyList<ClaimAmount> Amounts => amounts;

    /// <summary>How it was paid: the status that decides what the member pays.</summary>
    public Coded? Network { get; private set; }

    /// <summary>Where the billing provider stands, else the rendering one.</summary>
    public Coded? ProviderNetwork => billingNetwork ?? renderingNetwork;

    public void Take(JsonElement element, ReadOnlySpan<byte> name)
    {
        foreach (var adjudication in element.Items(name))
            TakeOne(adjudication);
    }

    private void TakeOne(JsonElement adjudication)
    {
        var category = adjudication.Object("category"u8);
        var reason = Concepts.Read(adjudication.Object("reason"u8));
        var amount = Records.Fhir.Amounts.Money(adjudication.Object("amount"u8));
        if (amount is null && IsNetworkStatus(category, reason))
            return;
        var source = Concepts.Read(category);
        // CARIN 1.1 wrote the status itself as a category
        if (source?.Code is "innetwork" or "outofnetwork")
            Network ??= source;
        if (amount is not null || reason is not null || source is { Code: not ("innetwork" or "outofnetwork") })
            amounts.Add(new ClaimAmount(AmountKinds.Of(category), amount, source, reason));
    }

    private bool IsNetworkStatus(JsonElement category, Coded? reason)
    {
        if (Concepts.Has(category, "benefitpaymentstatus"u8))
            Network ??= reason;
        else if (Concepts.Has(category, "billingnetworkstatus"u8))
            billingNetwork ??= reason;
        else if (Concepts.Has(category, "renderingnetworkstatus"u8))
            renderingNetwork ??= reason;
        else
            return false;
        return true;
    }
}
