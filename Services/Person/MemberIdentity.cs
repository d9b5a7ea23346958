using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Person;

/// <summary>Who the member is, from <c>Patient</c>.</summary>
public sealed record MemberIdentity(string Id, Sensitivity Labels) : RecordItem(Id, Labels)
{
    /// <summary>Official name, else usual, else any current one; never a maiden, old or nickname.</summary>
    public required PersonName Name { get; init; }

    /// <summary>Other names with their use (<c>maiden</c>, <c>nickname</c>, ...).</summary>
    public IReadOnlyList<(string? Use, PersonName Name)> OtherNames { get; init; } = [];

    public PartialDate? BirthDate { get; init; }

    public string? Gender { get; init; }

    /// <summary>Set when the source says that the person has died; <see cref="DeceasedOn"/> when it says when.</summary>
    public bool Deceased { get; init; }

    public PartialDate? DeceasedOn { get; init; }

    /// <summary>Member numbers (identifier type MB), in the source's order; there may be several.</summary>
    public IReadOnlyList<string> MemberNumbers { get; init; } = [];

    /// <summary>Addresses, each a list of lines as they are written on a letter.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Addresses { get; init; } = [];

    /// <summary>Telephone numbers and e-mail addresses: system (<c>phone</c>, <c>email</c>), use, value.</summary>
    public IReadOnlyList<(string? System, string? Use, string Value)> Contacts { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];
}
