using Microsoft.AspNetCore.Components;
using PrivacyPortal.Services.Claims;
using PrivacyPortal.Services.Members;

namespace PrivacyPortal.Components.Claims;

/// <summary>The table of claims: it is drawn only while the section is shown, and what it worked out goes with it (C12).</summary>
public sealed partial class ClaimsTable : IDisposable
{
    private ClaimQuery query = new();
    private IReadOnlyList<Claim> from = [];
    private IReadOnlyList<ClaimPlace> found = [];
    private IList<ClaimPlace> before = [];
    private IList<ClaimPlace> after = [];
    private ClaimPlace? open;
    private int? focus;

    /// <summary>Null on one's own page.</summary>
    [CascadingParameter]
    public OpenRecord? Record { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<Claim> Claims { get; set; } = [];

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(from, Claims))
            return;
        from = Claims;
        Look(query);
    }

    // The virtual lists may outlive the page until the browser has answered their last call: what they were given is emptied, not only let go.
    public void Dispose()
    {
        before.Clear();
        after.Clear();
        (from, Claims) = ([], []);
        (found, before, after, open, focus, query) = ([], [], [], null, null, new());
    }

    private void Look(ClaimQuery wanted)
    {
        query = wanted;
        found = [.. query.Of(from).Select((claim, index) => new ClaimPlace(claim, index))];
        focus = null;
        Open(null);
    }

    private void Toggle(ClaimPlace row)
    {
        focus = row.Index;
        Open(open?.Index == row.Index ? null : row);
    }

    // a related claim may stand outside of what is looked for
    private void ShowClaim(Claim claim)
    {
        if (!found.Any(row => ReferenceEquals(row.Claim, claim)))
            Look(new ClaimQuery(Order: query.Order));
        if (found.FirstOrDefault(row => ReferenceEquals(row.Claim, claim)) is not { } row)
            return;
        focus = row.Index;
        Open(row);
    }

    private void Open(ClaimPlace? row)
    {
        open = row;
        before = [.. row is null ? found : found.Take(row.Index)];
        after = [.. row is null ? [] : found.Skip(row.Index + 1)];
    }

    private string? Sorted(ClaimOrder ascending, ClaimOrder descending) =>
        query.Order == ascending ? "ascending" : query.Order == descending ? "descending" : null;
}
