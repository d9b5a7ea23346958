using System.Runtime.InteropServices;
using System.Text.Json;
using PrivacyPortal.Services.Takeaway;

namespace PrivacyPortal.Services.Records.Fhir;

/// <summary>
/// Whom and what the copies refer to, so that what is taken along hangs together: those who treat, places, payers, medicines, and the bodies of documents.
/// Never another person's record: a reference to one stays a reference (C13).
/// </summary>
internal sealed class CopyBeside(SearchPages pages, RecordConnection connection)
{
    private const int Rounds = 3;
    private const int AtOnce = 40;

    /// <summary>The copies that belong beside these, and whether all that was asked for came.</summary>
    public async Task<(IReadOnlyList<RecordCopy> Copies, bool Whole)> OfAsync(IReadOnlyList<RecordCopy> copies, Deadline deadline)
    {
        var whose = new Whose(null, connection.Address);
        var (beside, asked, whole) = (new List<RecordCopy>(), new HashSet<string>(StringComparer.Ordinal), true);
        IReadOnlyList<RecordCopy> looked = copies;
        for (var round = 0; round < Rounds && looked.Count > 0; round++)
        {
            var wanted = looked.SelectMany(copy => copy.References()).Select(connection.Address.Local).OfType<string>().Where(asked.Add).ToLookup(one => one.Split('/')[0], one => one.Split('/')[1]);
            var found = new List<RecordCopy>();
            foreach (var kind in wanted.Where(kind => Whose.IsDirectory(kind.Key)))
            {
                foreach (var some in kind.Chunk(AtOnce))
                {
                    var gathered = await pages.ReadAsync(Search.Ids(kind.Key, some), CopyReading.Read, whose, deadline);
                    found.AddRange(gathered.Items);
                    whole &= gathered.Problem is null;
                }
            }
            foreach (var binary in wanted["Binary"])
            {
                if (await BinaryAsync(binary, deadline) is { } one)
                    found.Add(one);
                else
                    whole = false;
            }
            beside.AddRange(found);
            looked = found;
        }
        return (beside, whole);
    }

    private async Task<RecordCopy?> BinaryAsync(string id, Deadline deadline)
    {
        using var answer = await connection.BinaryAsync($"Binary/{id}", deadline);
        if (answer.Body is not { } body)
            return null;
        try
        {
            using var json = JsonDocument.Parse(body.Json);
            return json.RootElement.Is("resourceType"u8, "Binary"u8)
                ? new RecordCopy(id, SensitivityLabels.Of(json.RootElement)) { Type = "Binary", Json = JsonMarshal.GetRawUtf8Value(json.RootElement).ToArray() } : null;
        }
        catch (Exception e) when (e is MalformedEntryException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
