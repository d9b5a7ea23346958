using PrivacyPortal.RecordSystem.Store;

namespace PrivacyPortal.RecordSystem.Import;

/// <summary>What became of one file. Any refusal means that nothing of it was taken.</summary>
internal sealed class ImportReport(string file)
{
    private const int MostReasons = 20;

    private readonly SortedDictionary<string, int> _taken = new(StringComparer.Ordinal);
    private readonly List<string> _reasons = [];

    public string File => file;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    public IReadOnlyDictionary<string, int> Taken => _taken;

    public IReadOnlyList<string> Reasons => _reasons;

    public void Count(string type, PutResult result)
    {
        _taken[type] = _taken.GetValueOrDefault(type) + 1;
        if (result == PutResult.Added) Added++;
        else if (result == PutResult.Changed) Changed++;
        else Unchanged++;
    }

    public void Refuse(string reason)
    {
        Refused++;
        if (_reasons.Count < MostReasons) _reasons.Add(reason);
    }

    public IEnumerable<string> Lines()
    {
        if (Refused == 0)
        {
            var byType = string.Join(", ", _taken.OrderByDescending(type => type.Value).Select(type => $"{type.Key} {type.Value}"));
            yield return $"{file}: taken {Added + Changed + Unchanged} (new {Added}, changed {Changed}, unchanged {Unchanged}){(byType.Length > 0 ? ": " + byType : "")}";
            yield break;
        }

        yield return $"{file}: refused, nothing was changed";
        foreach (var reason in _reasons) yield return $"  {reason}";
        if (Refused > _reasons.Count) yield return $"  and {Refused - _reasons.Count} more";
    }
}
