namespace PrivacyPortal.Services.SignIn;

/// <summary>One try, counted as wrong before the password is looked at: of a thousand at the same moment no more are looked at than of a thousand in a row.</summary>
/// <param name="Open">Whether the password may be looked at.</param>
/// <param name="Lanes">What was counted on and a right password clears.</param>
/// <param name="Source">The source's lane, on which a right password takes back its own try only.</param>
internal sealed record ThrottleTicket(bool Open, IReadOnlyList<string> Lanes, string? Source);
