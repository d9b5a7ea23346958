using System.Text.Json;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

/// <summary>Each way to ask, over a few resources whose answer can be seen by eye.</summary>
public sealed class SearchTests(SearchTests.Records records) : IClassFixture<SearchTests.Records>
{
    private const string Bundle = """
        {"resourceType":"Bundle","type":"collection","entry":[
        {"resource":{"resourceType":"Patient","id":"amy","identifier":[{"system":"http://plan","value":"M,1"},{"value":"77"}],"name":[{"family":"Müller","given":["Amy","Lou"]}],"birthDate":"1990-05-01","gender":"female","active":true,"generalPractitioner":[{"reference":"Practitioner/doc"}]}},
        {"resource":{"resourceType":"Patient","id":"bob","identifier":[{"system":"http://plan","value":"M2"}],"name":[{"family":"Stone"}]}},
        {"resource":{"resourceType":"Practitioner","id":"doc"}},
        {"resource":{"resourceType":"Observation","id":"o1","meta":{"security":[{"system":"http://act","code":"PSY"}]},"status":"final","category":[{"coding":[{"system":"http://cat","code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"4548-4"},{"code":"local"}]},"subject":{"reference":"Patient/amy"},"effectiveDateTime":"2024-12-31T23:30:00-08:00","performer":[{"reference":"Practitioner/doc"}]}},
        {"resource":{"resourceType":"Observation","id":"o2","status":"final","category":[{"coding":[{"system":"http://cat","code":"vital-signs"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},"subject":{"reference":"Patient/amy"},"effectivePeriod":{"start":"2024-03-10","end":"2024-03-20"}}},
        {"resource":{"resourceType":"Observation","id":"o3","status":"amended","category":[{"coding":[{"system":"http://cat","code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"2093-3"}]},"subject":{"reference":"Patient/bob"},"effectiveDateTime":"2023"}},
        {"resource":{"resourceType":"Observation","id":"o4","status":"final","code":{"text":"no code"},"subject":{"reference":"Patient/amy/_history/1"}}},
        {"resource":{"resourceType":"Encounter","id":"e1","status":"in-progress","class":{"code":"AMB"},"subject":{"reference":"Patient/amy"},"participant":[{"individual":{"reference":"Practitioner/doc"}}],"period":{"start":"2024-06-01T10:00:00Z"}}},
        {"resource":{"resourceType":"Condition","id":"c1","clinicalStatus":{"coding":[{"system":"http://clin","code":"active"}]},"code":{"text":"x"},"subject":{"reference":"Patient/amy"},"onsetDateTime":"2020-02","recordedDate":"2020-03-01"}},
        {"resource":{"resourceType":"Condition","id":"c2","clinicalStatus":{"coding":[{"system":"http://clin","code":"resolved"}]},"code":{"text":"y"},"subject":{"reference":"Patient/amy"},"onsetAge":{"value":3}}},
        {"resource":{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","medicationReference":{"reference":"Medication/med"},"subject":{"reference":"Patient/amy"},"authoredOn":"2024-01-01"}},
        {"resource":{"resourceType":"Medication","id":"med","code":{"text":"pill"}}},
        {"resource":{"resourceType":"ExplanationOfBenefit","id":"b1","status":"active","patient":{"reference":"Patient/amy"},"created":"2024-05-05","provider":{"reference":"Practitioner/doc"},"insurance":[{"focal":true,"coverage":{"reference":"Coverage/cov"}}],"careTeam":[{"sequence":1,"provider":{"reference":"Practitioner/doc"}}]}},
        {"resource":{"resourceType":"Coverage","id":"cov","status":"active","beneficiary":{"reference":"Patient/amy"},"payor":[{"display":"x"}]}}
        ]}
        """;

    [Theory]
    [InlineData("Patient", "amy bob")]
    [InlineData("Patient?_id=amy", "amy")]
    [InlineData("Patient?_id=amy,bob", "amy bob")]
    [InlineData("Patient?identifier=http://plan|M\\,1", "amy")]
    [InlineData("Patient?identifier=http://plan|", "amy bob")]
    [InlineData("Patient?identifier=M2", "bob")]
    [InlineData("Patient?identifier=|77", "amy")]
    [InlineData("Patient?identifier=|M2", "")]
    [InlineData("Patient?identifier=http://other|M2", "")]
    [InlineData("Patient?name=mull", "amy")]
    [InlineData("Patient?name=lou", "amy")]
    [InlineData("Patient?family=STONE", "bob")]
    [InlineData("Patient?given=müller", "")]
    [InlineData("Patient?birthdate=1990", "amy")]
    [InlineData("Patient?active=true", "amy")]
    [InlineData("Patient?general-practitioner=Practitioner/doc", "amy")]
    [InlineData("Observation?patient=amy", "o1 o2 o4")]
    [InlineData("Observation?patient=Patient/amy", "o1 o2 o4")]
    [InlineData("Observation?subject=Patient/amy", "o1 o2 o4")]
    [InlineData("Observation?subject=amy", "o1 o2 o4")]
    [InlineData("Observation?subject:Patient=bob", "o3")]
    [InlineData("Observation?patient=amy,bob", "o1 o2 o3 o4")]
    [InlineData("Observation?patient=Practitioner/amy", "")]
    [InlineData("Observation?performer=doc", "o1")]
    [InlineData("Observation?status=final,amended&patient=bob", "o3")]
    [InlineData("Observation?category=laboratory", "o1 o3")]
    [InlineData("Observation?category=http://cat|laboratory&status=final", "o1")]
    [InlineData("Observation?code=4548-4,8867-4", "o1 o2")]
    [InlineData("Observation?code=|local", "o1")]
    [InlineData("Observation?_security=PSY", "o1")]
    [InlineData("Observation?date=2024", "o2")]
    [InlineData("Observation?date=2025-01-01", "o1")]
    [InlineData("Observation?date=2024-12-31T23:30:00-08:00", "o1")]
    [InlineData("Observation?date=ne2023", "o1 o2")]
    [InlineData("Observation?date=ge2024-03-15", "o1 o2")]
    [InlineData("Observation?date=gt2024-03-20", "o1")]
    [InlineData("Observation?date=lt2024-03-10", "o3")]
    [InlineData("Observation?date=le2024-03-10", "o2 o3")]
    [InlineData("Observation?date=ge2024-01-01&date=le2024-12-31", "o2")]
    [InlineData("Observation?date=sa2024-03-19", "o1")]
    [InlineData("Observation?date=eb2024-01-01", "o3")]
    [InlineData("Encounter?date=ge2026", "e1")]
    [InlineData("Encounter?practitioner=doc&class=AMB", "e1")]
    [InlineData("Encounter?participant=Practitioner/doc", "e1")]
    [InlineData("Condition?clinical-status=active", "c1")]
    [InlineData("Condition?onset-date=2020-02", "c1")]
    [InlineData("Condition?recorded-date=lt2020-04", "c1")]
    [InlineData("MedicationRequest?patient=amy&status=active&intent=order", "m1")]
    [InlineData("MedicationRequest?authoredon=2024-01", "m1")]
    [InlineData("ExplanationOfBenefit?created=2024-05-05&provider=doc", "b1")]
    [InlineData("ExplanationOfBenefit?coverage=Coverage/cov", "b1")]
    [InlineData("Coverage?beneficiary=amy&status=active", "cov")]
    [InlineData("Observation?_lastUpdated=lt2020", "")]
    [InlineData("Observation?_lastUpdated=ge2020", "o1 o2 o3 o4")]
    [InlineData("Observation?status=", "o1 o2 o3 o4")]
    [InlineData("Appointment", "")]
    public async Task A_search_finds_exactly(string address, string ids)
    {
        var found = await records.Server.GetAsync(address);
        Assert.Equal(ids, string.Join(' ', Ids(found, "match").Order(StringComparer.Ordinal)));
        Assert.Equal(ids.Length == 0 ? 0 : ids.Split(' ').Length, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_reference_may_be_asked_for_by_this_servers_own_address() =>
        Assert.Equal(3, await records.Server.TotalAsync($"Observation?patient={records.Server.Address}/Patient/amy"));

    [Theory]
    [InlineData("Observation?_sort=date", "o3 o2 o1 o4")]
    [InlineData("Observation?_sort=-date", "o1 o2 o3 o4")]
    [InlineData("Observation?_sort=-_id", "o4 o3 o2 o1")]
    [InlineData("Observation?_sort=_lastUpdated,-_id", "o4 o3 o2 o1")]
    [InlineData("Condition?_sort=-onset-date", "c1 c2")]
    [InlineData("Condition?_sort=onset-date", "c1 c2")]
    public async Task A_search_sorts_and_puts_the_undated_last(string address, string ids) =>
        Assert.Equal(ids, string.Join(' ', Ids(await records.Server.GetAsync(address), "match")));

    [Theory]
    [InlineData("ExplanationOfBenefit?_include=ExplanationOfBenefit:provider", "doc")]
    [InlineData("ExplanationOfBenefit?_include=ExplanationOfBenefit:care-team&_include=ExplanationOfBenefit:coverage", "cov doc")]
    [InlineData("ExplanationOfBenefit?_include=ExplanationOfBenefit:patient:Patient", "amy")]
    [InlineData("ExplanationOfBenefit?_include=ExplanationOfBenefit:provider:Organization", "")]
    [InlineData("MedicationRequest?_include=MedicationRequest:medication", "med")]
    [InlineData("Encounter?_include=Encounter:participant", "doc")]
    public async Task What_is_included_comes_once_and_is_not_counted(string address, string ids)
    {
        var found = await records.Server.GetAsync(address);
        Assert.Equal(ids, string.Join(' ', Ids(found, "include").Order(StringComparer.Ordinal)));
        Assert.Equal(1, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Posting_a_search_finds_the_same_and_nothing_stands_in_the_address()
    {
        using var answer = await records.Server.PostAsync("Observation/_search", "patient=amy&_sort=-date", "application/x-www-form-urlencoded");
        var found = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(["o1", "o2", "o4"], Ids(found, "match"));
    }

    [Fact]
    public async Task What_is_not_known_is_ignored_and_absent_from_the_self_link()
    {
        var found = await records.Server.GetAsync("ExplanationOfBenefit?patient=amy&service-date=2020&type=oral&_sort=colour&_include=Patient:x");
        Assert.Equal(1, found.GetProperty("total").GetInt32());
        Assert.Equal($"{records.Server.Address}/ExplanationOfBenefit?patient=amy", found.GetProperty("link")[0].GetProperty("url").GetString());
    }

    private static List<string> Ids(JsonElement bundle, string mode) =>
        bundle.TryGetProperty("entry", out var entries)
            ? [.. entries.EnumerateArray().Where(entry => entry.GetProperty("search").GetProperty("mode").GetString() == mode).Select(entry => entry.GetProperty("resource").GetProperty("id").GetString()!)]
            : [];

    public sealed class Records : IAsyncLifetime
    {
        internal RecordSystemServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            using var folder = new RecordSystemFolder();
            Server = await RecordSystemServer.StartAsync(null, folder.Write(Bundle));
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
