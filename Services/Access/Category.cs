namespace PrivacyPortal.Services.Access;

/// <summary>The parts of a record that access is decided on, one at a time (C13).</summary>
public enum Category
{
    /// <summary>Name, birth date, address, telephone.</summary>
    Identity,

    /// <summary>Plans, groups, periods, costs of cover.</summary>
    Coverage,

    /// <summary>Money: what was billed, paid and owed.</summary>
    Claims,

    /// <summary>What was done: visits and procedures.</summary>
    Services,

    /// <summary>Medicines ordered.</summary>
    Medications,

    /// <summary>Conditions, allergies, immunizations, care team.</summary>
    Clinical,

    /// <summary>Laboratory results and vital signs.</summary>
    Results,

    /// <summary>Documents about the member.</summary>
    Documents,

    /// <summary>Messages between the member and the plan.</summary>
    Messages,
}
