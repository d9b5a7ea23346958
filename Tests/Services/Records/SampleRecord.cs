using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Services.Records;

/// <summary>
/// One published sample as a record system would serve it: references between entries made relative, every resource of a type in one page, whoever's
/// it is, and what pages name of them beside it as includes. Beside that, the same resources as the Firely SDK reads them.
/// </summary>
internal sealed class SampleRecord
{
    private static readonly string[] IncludedTypes = ["Organization", "Practitioner", "PractitionerRole", "Location", "Medication"];
    private static readonly FhirJsonDeserializer Oracle = new(new DeserializerSettings().UsingMode(DeserializationMode.Recoverable));
    private static readonly ConcurrentDictionary<string, Lazy<SampleRecord>> Read = [];
    private readonly List<(string Type, string Json)> resources = [];

    private SampleRecord(string file)
    {
        var text = File.ReadAllText(RepositoryRoot.File("RecordSystem", "Samples", file), new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var document = JsonDocument.Parse(text);
        foreach (var resource in ResourcesOf(document.RootElement))
            resources.Add((resource.GetProperty("resourceType").GetString()!, Relative(resource.GetRawText(), document.RootElement)));
        foreach (var (_, json) in resources)
        {
            Assert.True(Oracle.TryDeserializeResource(json, out var read, out _) || read is not null);
            ByOracle.Add(read!);
        }
    }

    public static TheoryData<string> Files
    {
        get
        {
            var folder = RepositoryRoot.File("RecordSystem", "Samples");
            return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order().Select(path => Path.GetRelativePath(folder, path))];
        }
    }

    /// <summary>Everything in the file as Firely reads it.</summary>
    public List<Resource> ByOracle { get; } = [];

    /// <summary>The sample, read once for all tests; nobody changes it.</summary>
    public static SampleRecord Of(string file) => Read.GetOrAdd(file, name => new(() => new SampleRecord(name))).Value;

    public IEnumerable<T> Of<T>() => ByOracle.OfType<T>();

    public string Page(string type) => Searchset.Entries(resources.Count(r => r.Type == type), null, [
        .. resources.Where(r => r.Type == type).Select(r => $$"""{"resource":{{r.Json}},"search":{"mode":"match"} }"""),
        .. resources.Where(r => r.Type != type && IncludedTypes.Contains(r.Type)).Select(r => $$"""{"resource":{{r.Json}},"search":{"mode":"include"} }""")]);

    /// <summary>A client for one member of this record.</summary>
    public TheirRecord As(string member) => new(new Server(this), member);

    private static IEnumerable<JsonElement> ResourcesOf(JsonElement root) =>
        root.GetProperty("resourceType").GetString() == "Bundle" ? root.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource")) : [root];

    private static string Relative(string json, JsonElement root)
    {
        if (!json.Contains("urn:uuid:", StringComparison.Ordinal))
            return json;
        var text = new StringBuilder(json);
        foreach (var entry in root.GetProperty("entry").EnumerateArray())
        {
            var (url, resource) = (entry.GetProperty("fullUrl").GetString()!, entry.GetProperty("resource"));
            if (json.Contains(url, StringComparison.Ordinal))
                text.Replace($"\"{url}\"", $"\"{resource.GetProperty("resourceType").GetString()}/{resource.GetProperty("id").GetString()}\"");
        }
        return text.ToString();
    }

    private sealed class Server(SampleRecord sample) : HttpMessageHandler
    {
        protected override System.Threading.Tasks.Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.Segments is [_, _, var type, "_search"] && request.Method == HttpMethod.Post
                ? System.Threading.Tasks.Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(sample.Page(type.TrimEnd('/')), Encoding.UTF8, "application/fhir+json"),
                })
                : throw new InvalidOperationException($"The sample answers searches only, not {request.Method} {request.RequestUri}.");
    }
}
