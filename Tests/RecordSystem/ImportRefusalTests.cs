using System.Text;
using PrivacyPortal.RecordSystem.Import;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.RecordSystem;

public sealed class ImportRefusalTests
{
    private const string Good = """{"resourceType":"Patient","id":"good"}""";

    [Theory]
    [InlineData("R5", """{"resourceType":"Encounter","id":"1","status":"completed","class":[{"coding":[{"code":"AMB"}]}],"subject":{"reference":"Patient/1"}}""")]
    [InlineData("R5", """{"resourceType":"Encounter","id":"1","status":"finished","class":{"code":"AMB"},"actualPeriod":{"start":"2020-01-01"}}""")]
    [InlineData("R5", """{"resourceType":"MedicationRequest","id":"1","status":"active","intent":"order","medication":{"concept":{"text":"x"}},"subject":{"reference":"Patient/1"}}""")]
    [InlineData("R5", """{"resourceType":"Coverage","id":"1","status":"active","kind":"insurance","beneficiary":{"reference":"Patient/1"},"insurer":{"reference":"Organization/1"}}""")]
    [InlineData("R5", """{"resourceType":"Procedure","id":"1","status":"completed","subject":{"reference":"Patient/1"},"occurrenceDateTime":"2020-01-01"}""")]
    [InlineData("R5", """{"resourceType":"Immunization","id":"1","status":"completed","vaccineCode":{"text":"x"},"patient":{"reference":"Patient/1"},"occurrenceDateTime":"2020","reason":[{"concept":{"text":"x"}}]}""")]
    [InlineData("R5", """{"resourceType":"Encounter","id":"1","status":"finished","class":{"code":"AMB"},"reason":[{"value":[{"reference":{"reference":"Condition/1"}}]}]}""")]
    [InlineData("PVAL127", """{"resourceType":"DocumentReference","id":"1","status":"current","content":[{"attachment":{"title":"x"}}],"context":[{"reference":"Encounter/1"}]}""")]
    [InlineData("older than FHIR R4", """{"resourceType":"Condition","id":"1","clinicalStatus":"active","code":{"text":"x"},"subject":{"reference":"Patient/1"}}""")]
    [InlineData("older than FHIR R4", """{"resourceType":"ExplanationOfBenefit","id":"1","status":"active","patient":{"reference":"Patient/1"},"totalCost":{"value":1}}""")]
    [InlineData("older than FHIR R4", """{"resourceType":"Patient","id":"1","animal":{"species":{"text":"dog"}}}""")]
    [InlineData("another FHIR version", """{"resourceType":"Patient","id":"1","meta":{"profile":["http://hl7.org/fhir/5.0/StructureDefinition/Patient"]}}""")]
    [InlineData("MedicationOrder", """{"resourceType":"MedicationOrder","id":"1","status":"active"}""")]
    [InlineData("Flibber", """{"resourceType":"Flibber","id":"1"}""")]
    [InlineData("PVAL124", """{"resourceType":"Patient","id":"1","birthDate":"31/12/1990"}""")]
    [InlineData("PVAL127", """{"resourceType":"Patient","id":"1","name":{"family":"x"}}""")]
    [InlineData("JSON131", """{"resourceType":"Patient","id":"1","maritalStatus":"married"}""")]
    [InlineData("JSON129", """{"resourceType":"Patient","id":"1","gender":"male","gender":"female"}""")]
    [InlineData("Patient.id", """{"resourceType":"Patient","id":"a/b"}""")]
    [InlineData("no resourceType", """{"id":"1"}""")]
    public void A_resource_that_is_not_whole_R4_is_refused_alone_and_with_its_whole_bundle(string reason, string resource)
    {
        AssertRefused(reason, resource);
        AssertRefused(reason, $$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{{Good}}}},{"resource":{{{resource}}}}]}""");
    }

    [Theory]
    [InlineData("not JSON", "")]
    [InlineData("not JSON", "patient,claims\n1,2")]
    [InlineData("not JSON", "<Patient xmlns=\"http://hl7.org/fhir\"/>")]
    [InlineData("does not start with an object", "[1,2]")]
    [InlineData("no resourceType", """{"people":[{"name":"x"}]}""")]
    [InlineData("truncated", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"good"}},{"reso""")]
    [InlineData("not JSON", """{"resourceType":"Patient","id":"good"} and more""")]
    [InlineData("another type", """{"resourceType":"Bundle","type":"history","entry":[]}""")]
    [InlineData("Only POST and PUT", """{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"DELETE","url":"Patient/1"}}]}""")]
    [InlineData("no resource in it", """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:1"}]}""")]
    [InlineData("an entry is not an object", """{"resourceType":"Bundle","type":"collection","entry":[7]}""")]
    [InlineData("does not fit", """{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient","id":"a"},"request":{"method":"PUT","url":"Patient/b"}}]}""")]
    [InlineData("twice", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"a"}},{"resource":{"resourceType":"Patient","id":"a","active":true}}]}""")]
    [InlineData("matches no resource", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"a","generalPractitioner":[{"reference":"Practitioner?identifier=s|9"}]}}]}""")]
    public void A_file_that_is_not_a_whole_bundle_is_refused(string reason, string text) => AssertRefused(reason, text);

    [Fact]
    public void A_truncated_sample_is_refused_wherever_it_ends()
    {
        using var folder = new RecordSystemFolder();
        var bytes = File.ReadAllBytes(RecordSystemFolder.Sample("synthea/carroll-ohara.json"));
        var before = folder.Dump();
        foreach (var length in (int[])[1, 70, bytes.Length / 2, bytes.Length - 3]) Assert.NotEmpty(folder.Import(folder.Write(bytes[..length])).Reasons);
        Assert.Equal(before, folder.Dump());
    }

    [Fact]
    public void Another_encoding_than_UTF8_is_refused()
    {
        const string text = """{"resourceType":"Patient","id":"good","name":[{"family":"Müller"}]}""";
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1])
        {
            using var folder = new RecordSystemFolder();
            Assert.Contains("UTF-8", Assert.Single(folder.Import(folder.Write([.. encoding.GetPreamble(), .. encoding.GetBytes(text)])).Reasons), StringComparison.Ordinal);
            Assert.Empty(folder.Dump());
        }
    }

    [Fact]
    public void Every_wrong_entry_is_named_by_its_place_and_no_value_is_quoted()
    {
        using var folder = new RecordSystemFolder();
        var report = folder.ImportText($$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","birthDate":"Clara-secret"}},{"resource":{{{Good}}}},{"resource":{"resourceType":"Patient","gender":["Clara-secret"]}}]}""");
        Assert.Equal(2, report.Refused);
        Assert.StartsWith("entry 1: ", report.Reasons[0], StringComparison.Ordinal);
        Assert.StartsWith("entry 3: ", report.Reasons[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", string.Join('\n', report.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_takes_the_good_files_and_fails_for_the_bad_one()
    {
        using var folder = new RecordSystemFolder();
        using var output = new StringWriter();
        FileInfo[] files = [new(folder.Write(Good)), new(folder.Write("nonsense"))];
        Assert.Equal(1, ImportCommand.Run(files, folder.Database, Spectre.Console.AnsiConsole.Console, output));
        Assert.NotNull(folder.Json("Patient", "good"));
        Assert.Contains("refused, nothing was changed", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of 2 files taken, 1 refused", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FHIR R5", """{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient","id":"new"},"request":{"method":"PUT","url":"Patient/new"}},{"resource":{"resourceType":"Encounter","id":"1","status":"completed","class":[{"coding":[{"code":"AMB"}]}],"subject":{"reference":"Patient/new"}},"request":{"method":"PUT","url":"Encounter/1"}}]}""")]
    [InlineData("truncated", """{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient","id":"new"},"request":{"method":"PUT","url":"Patient/new"}},{"resource":{"resour""")]
    [InlineData("not FHIR", """{"people":[{"name":"Clara"}]}""")]
    [InlineData("not JSON", "name,born\nClara,1990")]
    public async Task The_program_ends_with_a_failure_says_the_reason_and_changes_nothing(string reason, string text)
    {
        using var folder = new RecordSystemFolder();
        folder.ImportText(Good);
        var before = folder.Dump();
        var run = await RecordSystemProcess.RunAsync("import", folder.Write(text), "--database", folder.DatabaseFile);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.Output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 files taken, 1 refused", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Clara", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Errors);
        Assert.Equal(before, folder.Dump());
    }

    private static void AssertRefused(string reason, string text)
    {
        using var folder = new RecordSystemFolder();
        folder.ImportText("""{"resourceType":"Patient","id":"before","birthDate":"1990"}""");
        var before = folder.Dump();
        Assert.Contains(reason, string.Join('\n', folder.ImportText(text).Reasons), StringComparison.Ordinal);
        Assert.Equal(before, folder.Dump());
    }
}
