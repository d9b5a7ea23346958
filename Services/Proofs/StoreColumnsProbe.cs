using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Services.Storage;

namespace PrivacyPortal.Services.Proofs;

/// <summary>Reads the columns that the store has in fact: none but those of the portal's own model, and none whose name speaks of a person (C11).</summary>
internal sealed class StoreColumnsProbe(StoreConnection store, IDbContextFactory<PortalDb> stores) : IProbe
{
    private static readonly string[] Personal =
        ["email", "phone", "address", "birth", "gender", "firstname", "lastname", "given", "family", "fullname", "displayname", "ssn", "membernumber", "diagnosis", "amount"];

    private static readonly string[] NotTheModels = ["sqlite_", "__EF"];

    public ProbeName Name => ProbeName.StoreColumns;

    public string Clause => Clauses.NotStored;

    public async Task<Measured> MeasureAsync(CancellationToken cancel)
    {
        await using var db = await stores.CreateDbContextAsync(cancel);
        var known = db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}"))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        await using var connection = await store.OpenAsync(cancel);
        await using var columns = connection.Command(store.ColumnsQuery);
        await using var reader = await columns.ExecuteReaderAsync(cancel);
        var (all, wrong) = (0L, 0L);
        while (await reader.ReadAsync(cancel))
        {
            var (table, column) = (reader.GetString(0), reader.GetString(1));
            if (Array.Exists(NotTheModels, prefix => table.StartsWith(prefix, StringComparison.Ordinal)))
                continue;
            all++;
            if (!known.Contains($"{table}.{column}") || Array.Exists(Personal, word => column.Contains(word, StringComparison.OrdinalIgnoreCase)))
                wrong++;
        }
        return all == 0 ? Measured.Not : Measured.Kept(wrong == 0, all, wrong);
    }
}
