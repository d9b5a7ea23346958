using System.Globalization;
using System.Text.Json;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>Communication as the portal's <see cref="Message"/>. A letter, a concern, or anything else that is no message of a request is left out (C14).</summary>
internal static class MessageReading
{
    public static Message? Read(Entry entry)
    {
        var resource = entry.Resource;
        var isOurs = resource.Items("category"u8).Any(one => one.Items("coding"u8).Any(code => code.Text("system"u8) == MessageJson.System && code.Text("code"u8) == MessageJson.Category));
        if (!isOurs || ValueOf(resource, MessageJson.Number) is not { } number)
            return null;
        return new Message(entry.Id, entry.Labels)
        {
            Number = number,
            FromMember = entry.Whose.IsMember(resource.Object("sender"u8)),
            Sent = DateTimeOffset.TryParse(resource.Text("sent"u8), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent) ? sent : null,
            Words = resource.First("payload"u8).Text("contentString"u8),
        };
    }

    /// <summary>Which case works on which request: its entries are the case's.</summary>
    public static CaseOfRequest? ReadCase(Entry entry) =>
        ValueOf(entry.Resource, MessageJson.Number) is { } number && ValueOf(entry.Resource, MessageJson.Case) is { } work ? new(number, work) : null;

    /// <summary>The newest first, each with the case that it belongs to.</summary>
    public static IReadOnlyList<Message> WithCases(IReadOnlyList<Message> messages, IReadOnlyList<CaseOfRequest> cases)
    {
        var works = cases.ToLookup(one => one.Number, one => one.Case);
        return [.. messages.Select(one => one with { Owners = [.. works[one.Number!]] }).OrderByDescending(one => one.Sent ?? DateTimeOffset.MinValue)];
    }

    private static string? ValueOf(JsonElement resource, string system)
    {
        foreach (var identifier in resource.Items("identifier"u8))
        {
            if (identifier.Text("system"u8) == system)
                return identifier.Text("value"u8);
        }
        return null;
    }
}

/// <summary>A request's number and the case that works on it.</summary>
internal sealed record CaseOfRequest(string Number, string Case)
{
    public override string ToString() => nameof(CaseOfRequest);
}
