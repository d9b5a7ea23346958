using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>CareTeam as the portal's <see cref="CareTeam"/>, without the member, who is often a participant.</summary>
internal static class CareTeamReading
{
    public static CareTeam Read(Entry entry)
    {
        var team = entry.Resource;
        return new CareTeam(entry.Id, entry.Labels)
        {
            Name = team.Text("name"u8),
            Status = team.Text("status"u8),
            Period = Dates.Period(team.Object("period"u8)),
            Participants = ParticipantsOf(entry),
        };
    }

    private static List<(Coded?, string?)> ParticipantsOf(Entry entry)
    {
        var participants = new List<(Coded?, string?)>();
        foreach (var participant in entry.Resource.Items("participant"u8))
        {
            var member = participant.Object("member"u8);
            var (role, name) = (Concepts.Read(participant.First("role"u8)), entry.NameOf(member));
            if (!entry.Whose.IsMember(member) && (role is not null || name is not null))
                participants.Add((role, name));
        }
        return participants;
    }
}
