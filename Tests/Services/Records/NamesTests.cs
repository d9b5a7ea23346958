using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Person;

namespace PrivacyPortal.Tests.Services.Records;

public sealed class NamesTests
{
    private const string Masked = """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}""";

    [Theory]
    [InlineData("""{"use":"usual","text":"Usual"},{"use":"official","text":"Official"}""", "Official")]
    [InlineData("""{"use":"maiden","text":"Maiden"},{"text":"Plain"},{"use":"usual","text":"Usual"}""", "Usual")]
    [InlineData("""{"use":"nickname","text":"Nick"},{"use":"maiden","text":"Maiden"},{"text":"Plain"}""", "Plain")]
    [InlineData("""{"use":"official","text":"Before","period":{"end":"2020-01-01"}},{"use":"usual","text":"Now"}""", "Now")]
    [InlineData("""{"use":"official","text":"Ends today","period":{"end":"2026-11-24"}},{"use":"usual","text":"Usual"}""", "Ends today")]
    [InlineData("""{"use":"maiden","text":"Maiden"}""", null)]
    [InlineData("""{"prefix":["Dr."],"given":["Ana","Ò"],"family":"O'Hara-Žižek","suffix":["Jr.","MD"]}""", "Dr. Ana Ò O'Hara-Žižek Jr. MD")]
    [InlineData("""{"given":[null,"Lee"],"_given":[{"extension":[]},null],"family":"Ng"}""", "Lee Ng")]
    [InlineData("""{"family":"王"}""", "王")]
    public async Task The_name_is_the_current_one_as_written(string names, string? display) =>
        Assert.Equal(display, (await PersonAsync($$""","name":[{{names}}]""")).Name.Display);

    [Theory]
    [InlineData($$"""{"use":"official","_family":{{Masked}}}""")]
    [InlineData($$"""{"_text":{{Masked}}}""")]
    [InlineData($$"""{"given":[null],"_given":[{{Masked}}]}""")]
    [InlineData($$"""{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}""")]
    public async Task A_withheld_name_is_said_to_be_withheld(string name)
    {
        var read = (await PersonAsync($$""","name":[{{name}}]""")).Name;
        Assert.True(read.Masked);
        Assert.Null(read.Display);
    }

    [Fact]
    public async Task A_person_without_a_name_has_none_and_it_is_not_withheld()
    {
        var read = (await PersonAsync("")).Name;
        Assert.Null(read.Display);
        Assert.False(read.Masked);
    }

    [Fact]
    public async Task A_letter_is_addressed_as_it_is_written()
    {
        var person = await PersonAsync("""
            ,"birthDate":"1954","deceasedBoolean":true,"address":[
            {"line":["1 Main St","Apt 2"],"city":"Boston","state":"MA","postalCode":"02130","country":"US"},
            {"use":"old","line":["Gone"]},{"line":["Weg 3"],"city":"Bern","country":"CH"},{"text":"PO Box 1\nSalem"}],
            "telecom":[{"system":"phone","use":"home","value":"555-0100"},{"system":"phone","use":"old","value":"555-0199"},{"system":"email"}],
            "identifier":[{"type":{"coding":[{"code":"MB"}]},"value":"007"},{"type":{"coding":[{"code":"MR"}]},"value":"9"}],
            "communication":[{"language":{"coding":[{"code":"pt-BR"}]}}]
            """);
        Assert.Equal([["1 Main St", "Apt 2", "Boston, MA 02130"], ["Weg 3", "Bern", "CH"], ["PO Box 1", "Salem"]], person.Addresses);
        Assert.Equal([("phone", "home", "555-0100")], person.Contacts);
        Assert.Equal(["007"], person.MemberNumbers);
        Assert.Equal(["pt-BR"], person.Languages);
        Assert.Equal((1954, null, true), (person.BirthDate!.Value.Year, person.BirthDate.Value.Month, person.Deceased));
    }

    private static async Task<MemberIdentity> PersonAsync(string more)
    {
        using var record = new TheirRecord(new FakeRecordServer().Searched("Patient", Searchset.Of($$"""{"resourceType":"Patient","id":"amy"{{more}} }""")));
        return (await record.Client.IdentityAsync(record.Grant(Category.Identity), TestContext.Current.CancellationToken)).Value!;
    }
}
