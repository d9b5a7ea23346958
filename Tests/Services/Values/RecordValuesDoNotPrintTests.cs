using System.Reflection;
using System.Runtime.CompilerServices;
using PrivacyPortal.Services.Records;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Values;

[Trait("clause", "C11")]
public sealed class RecordValuesDoNotPrintTests
{
    private static readonly Type[] All = typeof(RecordValue).Assembly.GetTypes();

    public static TheoryData<Type> Values => [.. All.Where(type => type.IsSubclassOf(typeof(RecordValue)) && !type.IsAbstract)];

    public static TheoryData<Type> ValueStructs => [typeof(Money), typeof(PartialDate), typeof(TimeRange), typeof(PrivacyPortal.Services.Claims.Figure)];

    [Fact]
    public void There_are_values_to_test() => Assert.True(Values.Count >= 15, $"only {Values.Count}");

    [Theory, MemberData(nameof(Values))]
    public void A_value_prints_its_types_name_only(Type type) =>
        Assert.Equal(type.Name, RuntimeHelpers.GetUninitializedObject(type).ToString());

    [Theory, MemberData(nameof(ValueStructs))]
    public void A_struct_prints_its_types_name_only(Type type) =>
        Assert.Equal(type.Name, RuntimeHelpers.GetUninitializedObject(type).ToString());

    /// <summary>A record or struct that reads records prints its members unless it says otherwise; this finds the one that forgot.</summary>
    [Fact]
    public void Nothing_in_the_record_client_prints_what_it_holds()
    {
        var printing = All.Where(type => type.Namespace?.StartsWith(typeof(IMemberRecords).Namespace!, StringComparison.Ordinal) == true
            && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null
            && type != typeof(Completeness)).ToList();
        Assert.NotEmpty(printing);
        Assert.All(printing, type => Assert.False(
            type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false), $"{type.Name} prints its members"));
    }
}
