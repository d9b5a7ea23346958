namespace PrivacyPortal.Journeys.Forgetting;

/// <summary>Which record each member account of evaluation mode opens.</summary>
internal static class SampleMembers
{
    internal static string PatientOf(string member) => member switch
    {
        "member-2" => "b0223c9b-0019-42b0-99b8-7d689d7f8414",
        "member-3" => "3e36b31d-3c32-43b4-b016-b46a90c2e50f",
        "member-4" => "963dabe4-84e7-4751-b432-e34bdbdbde05",
        "member-5" => "29428a22-5f03-492e-83bb-da34bb2a12c9",
        "member-6" => "Patient1",
        "member-7" => "Patient2",
        "member-8" => "Example-Patient1",
        "member-9" => "Example-Patient2",
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };
}
