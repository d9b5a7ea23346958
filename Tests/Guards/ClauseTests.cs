using System.Reflection;
using System.Text.RegularExpressions;
using PrivacyPortal.Components.Shell;
using PrivacyPortal.Services.Members;
using PrivacyPortal.Services.Privacy;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Guards;

/// <summary>The clause table of docs/privacy-statement.md says what the code says: every enforcer, every proof, and what is still open.</summary>
public sealed partial class ClauseTests
{
    private static readonly Assembly[] Product = [typeof(PrivacyPortal.App.PortalApp).Assembly, typeof(PortalUrls).Assembly, typeof(MemberVisit).Assembly];
    private static readonly string Document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "privacy-statement.md"));
    private static readonly Row[] Table = [.. Document.Split('\n').Where(line => line.StartsWith("| C", StringComparison.Ordinal)).Select(Row.Read)];

    [Fact]
    public void The_table_lists_every_clause_once_and_in_order() => Assert.Equal(Clauses.All, Table.Select(row => row.Clause));

    [Fact]
    public void Every_constant_is_a_clause_of_the_statement()
    {
        var constants = typeof(Clauses).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(Clauses.All.Order(), constants.Order());
    }

    [Fact]
    public void The_table_names_exactly_the_types_that_say_they_enforce_a_clause()
    {
        var inCode = Product.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => (type.GetCustomAttribute<EnforcesAttribute>()?.Clauses ?? []).Select(clause => $"{clause} {type.Name}")).ToList();
        Assert.NotEmpty(inCode);
        Assert.Equal(inCode.Order(), Table.SelectMany(row => row.Enforcers.Select(file => $"{row.Clause} {Path.GetFileName(file).Split('.')[0]}")).Order());
    }

    [Fact]
    public void Every_file_the_table_names_is_there()
    {
        var files = Table.SelectMany(row => row.Enforcers.Concat(row.Proofs)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(RepositoryRoot.Path, file)), file));
    }

    [Fact]
    public void Every_proof_is_marked_with_its_clause()
    {
        var proofs = Table.SelectMany(row => row.Proofs.Select(file => (row.Clause, file))).ToList();
        Assert.NotEmpty(proofs);
        Assert.All(proofs, proof =>
            Assert.Contains($"[Trait(\"clause\", \"{proof.Clause}\")]", File.ReadAllText(Path.Combine(RepositoryRoot.Path, proof.file)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_kept_clause_has_an_enforcer_and_a_proof()
    {
        var kept = Table.Where(row => row.Kept).ToList();
        Assert.NotEmpty(kept);
        Assert.All(kept, row => Assert.True(row.Enforcers.Count > 0 && row.Proofs.Count > 0, row.Clause));
    }

    [Fact]
    public void The_document_counts_the_open_clauses()
    {
        var open = Table.Count(row => !row.Kept);
        Assert.Contains($"**{open} of {Table.Length} clauses are open.**", Document, StringComparison.Ordinal);
    }

    private sealed partial record Row(string Clause, IReadOnlyList<string> Enforcers, IReadOnlyList<string> Proofs, bool Kept)
    {
        internal static Row Read(string line)
        {
            var cells = line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
            Assert.Equal(5, cells.Length);
            Assert.Matches("^(kept|open: .+)$", cells[4]);
            return new(cells[0], Files(cells[2]), Files(cells[3]), cells[4] == "kept");
        }

        private static List<string> Files(string cell) => [.. Link().Matches(cell).Select(match => match.Groups[1].Value)];

        [GeneratedRegex(@"\(\.\./([^)]+)\)", RegexOptions.NonBacktracking)]
        private static partial Regex Link();
    }
}
