using System.Collections;
using System.Runtime.CompilerServices;
using PrivacyPortal.Services.Values;

namespace PrivacyPortal.Tests.Services.Records;

/// <summary>A read model with something in every field, by reflection: a field that is added later is filled as well.</summary>
internal static class Filled
{
    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner);
        if (type == typeof(string))
            return "something";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int))
            return 7;
        if (type == typeof(decimal))
            return 7m;
        if (type == typeof(PartialDate))
            return PartialDate.Parse("2026-11-24")!;
        if (type == typeof(TimeRange))
            return TimeRange.At(PartialDate.Parse("2026-11-24")!.Value);
        if (type.IsEnum)
            return Enum.ToObject(type, 1);
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()[0]))!;
            list.Add(Of(type.GetGenericArguments()[0]));
            return list;
        }
        if (type.IsAssignableTo(typeof(ITuple)) || type == typeof(Money))
            return Activator.CreateInstance(type, [.. type.GetConstructors().Single(made => made.GetParameters().Length > 0).GetParameters().Select(one => Of(one.ParameterType))])!;
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
            property.SetValue(made, Of(property.PropertyType));
        return made;
    }
}
