using System.Collections;
using System.Reflection;
using PrivacyPortal.Services.Access;
using PrivacyPortal.Services.Care;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Coverage;
using PrivacyPortal.Services.Documents;
using PrivacyPortal.Services.Person;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Results;
using PrivacyPortal.Services.Takeaway;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Records;

[Trait("clause", "C13")]
public sealed class GrantedViewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<Type, Category> Models => new()
    {
        { typeof(MemberIdentity), Category.Identity },
        { typeof(PlanCoverage), Category.Coverage },
        { typeof(Claim), Category.Claims },
        { typeof(Visit), Category.Services },
        { typeof(Procedure), Category.Services },
        { typeof(MedicationOrder), Category.Medications },
        { typeof(Condition), Category.Clinical },
        { typeof(Allergy), Category.Clinical },
        { typeof(Immunization), Category.Clinical },
        { typeof(CareTeam), Category.Clinical },
        { typeof(Observation), Category.Results },
        { typeof(Document), Category.Documents },
        { typeof(Message), Category.Messages },
    };

    [Theory, MemberData(nameof(Models))]
    public void A_limited_view_keeps_the_named_fields_and_no_other(Type model, Category category)
    {
        var whole = Filled.Of(model);
        var limited = typeof(LimitedView).GetMethod("Of", BindingFlags.NonPublic | BindingFlags.Static, [model])!.Invoke(null, [whole])!;
        var kept = model.GetProperties().Where(property => property.SetMethod is not null && !IsEmpty(property.GetValue(limited))).Select(property => property.Name);
        var named = LimitedFields.Of(category).Where(field => model.GetProperty(field) is not null).ToList();
        Assert.NotEmpty(named);
        Assert.Equal(named.Append("Id").Append("Labels").Order(), kept.Order());
    }

    [Fact]
    public void Every_read_model_of_a_record_has_a_limited_view() => Assert.Equal(
        typeof(RecordItem).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RecordItem))).Select(type => type.Name).Order(),
        Models.Select(row => row.Data.Item1.Name).Append(nameof(RecordCopy)).Append(nameof(DocumentContent)).Order());

    // as it was written it has every field: a grant of a few fields takes nothing of it along
    [Fact]
    public void A_limited_view_of_a_copy_has_none_of_its_bytes()
    {
        var limited = LimitedView.Of(new RecordCopy("1", Sensitivity.Hiv) { Json = [1, 2, 3] });
        Assert.Equal(("1", Sensitivity.Hiv, 0), (limited.Id, limited.Labels, limited.Json.Length));
    }

    [Fact]
    public void An_entry_with_a_label_that_the_grant_does_not_name_is_left_out_and_not_counted()
    {
        Visit[] visits = [new("1", Sensitivity.None), new("2", Sensitivity.Hiv), new("3", Sensitivity.Hiv | Sensitivity.SubstanceUse), new("4", Sensitivity.Other)];
        var shown = GrantedView.Of<Visit>(Grant(Scope.Full, ItemCondition.None, Sensitivity.Hiv), Of(visits), LimitedView.Of);
        Assert.Equal(["1", "2"], shown.Value!.Select(visit => visit.Id));
        Assert.Equal(new Completeness(2, 2, 0, 0, false), shown.Completeness);
    }

    [Fact]
    public void Only_own_entries_are_shown_when_only_they_are_opened()
    {
        Visit[] visits = [new("1", default) { Owners = ["Practitioner/7"] }, new("2", default) { Owners = ["Practitioner/8"] }, new("3", default)];
        var shown = GrantedView.Of<Visit>(Grant(Scope.Full, ItemCondition.OwnItems, default), Of(visits), LimitedView.Of);
        Assert.Equal(["1"], shown.Value!.Select(visit => visit.Id));
    }

    [Fact]
    public void A_limited_grant_masks_what_it_shows()
    {
        var shown = GrantedView.Of<Visit>(Grant(Scope.Limited, ItemCondition.None, default), Of([new Visit("1", default) { Place = "Clinic", Status = "finished" }]), LimitedView.Of);
        Assert.Equal((null, "finished"), (shown.Value![0].Place, shown.Value[0].Status));
    }

    private static Fetched<IReadOnlyList<Visit>> Of(Visit[] visits) =>
        Fetched.From<IReadOnlyList<Visit>>(visits, new Completeness(visits.Length, visits.Length, 0, 0, false), Noon);

    private static Grant Grant(Scope scope, ItemCondition condition, Sensitivity labels)
    {
        var amy = PatientId.From("amy")!.Value;
        var facts = new PolicyFacts
        {
            Rules = [new AccessRule(Role.Provider, PurposeOfUse.Treatment, NeedKind.TreatingPractitioner, Category.Services, scope, condition)],
            Needs = [new Need("n", NeedKind.TreatingPractitioner, "doc", amy, PurposeOfUse.Treatment, Categories.All, labels, Noon, Noon.AddDays(1), "records", "CareTeam/1")
                { OnBehalfOf = "Practitioner/7" }],
        };
        var doc = new Actor("doc", "session", new HashSet<Role> { Role.Provider }, null, HasPersonalPassword: true);
        return new(PolicySnapshot.Compile(facts).Decide(new AccessRequest(doc, amy, Category.Services, PurposeOfUse.Treatment, labels), Noon), Noon.AddMinutes(2));
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null or "" or false or 0 => true,
        TimeRange range => range.IsEmpty,
        string => false,
        IEnumerable list => !list.Cast<object>().Any(),
        _ => false,
    };
}
