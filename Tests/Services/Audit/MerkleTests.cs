using System.Security.Cryptography;
using System.Text;
using PrivacyPortal.Services.Audit;

namespace PrivacyPortal.Tests.Services.Audit;

/// <summary>The tree against RFC 9162's own recursive definition, for every size around the powers of two up to 130.</summary>
public sealed class MerkleTests
{
    private const int Most = 130;
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, Most).Select(n => AuditHash.Leaf(Encoding.ASCII.GetBytes($"entry {n}")))];

    [Fact]
    public void The_root_is_the_one_that_the_definition_gives_for_every_size()
    {
        var tree = new MerkleFrontier();
        for (var size = 0; size <= Most; size++)
        {
            Assert.Equal(Defined(Leaves.AsSpan(0, size)), tree.Root());
            Assert.Equal(size, tree.Size);
            if (size < Most)
                tree.Add(Leaves[size]);
        }
    }

    [Fact]
    public void The_hashes_are_those_that_certificate_transparency_logs_publish()
    {
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(new MerkleFrontier().Root()));
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", Convert.ToHexStringLower(AuditHash.Leaf([])));
        var tree = new MerkleFrontier();
        foreach (var leaf in new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" })
            tree.Add(AuditHash.Leaf(Convert.FromHexString(leaf)));
        Assert.Equal("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", Convert.ToHexStringLower(tree.Root()));
    }

    [Fact]
    public void Every_entry_of_every_tree_is_proved_included_and_no_other_place_root_or_leaf_is()
    {
        for (var size = 1; size <= Most; size++)
        {
            var root = Defined(Leaves.AsSpan(0, size));
            var proofs = InclusionProof.For(Enumerable.Range(0, size).Select(n => (long)n), size, Leaves.Take(size));
            for (var index = 0; index < size; index++)
            {
                var proof = proofs[index];
                Assert.True(proof.Count <= 8);
                Assert.True(InclusionProof.Holds(Leaves[index], index, size, proof, root));
                Assert.False(InclusionProof.Holds(Leaves[(index + 1) % Most], index, size, proof, root));
                Assert.False(InclusionProof.Holds(Leaves[index], index, size, proof, Leaves[0]) && size > 1);
                Assert.False(InclusionProof.Holds(Leaves[index], index, size, [.. proof, root], root));
                Assert.False(size > 1 && InclusionProof.Holds(Leaves[index], (index + 1) % size, size, proof, root));
            }
        }
    }

    [Fact]
    public void A_few_proofs_asked_together_are_the_ones_asked_alone()
    {
        var together = InclusionProof.For([5, 77, 99, 5], 100, Leaves);
        Assert.Equal([5, 77, 99], together.Keys.Order());
        Assert.All(together, proof => Assert.Equal(InclusionProof.For([proof.Key], 100, Leaves)[proof.Key], proof.Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.For([100], 100, Leaves));
        Assert.Throws<InvalidOperationException>(() => InclusionProof.For([0], 131, Leaves));
    }

    [Fact]
    public void Every_tree_is_proved_an_extension_of_every_older_one_and_of_no_other()
    {
        var roots = Enumerable.Range(0, Most + 1).Select(size => Defined(Leaves.AsSpan(0, size))).ToArray();
        for (var size = 1; size <= Most; size++)
        {
            for (var older = 1; older <= size; older++)
            {
                var proof = ConsistencyProof.Between(older, size, Leaves);
                Assert.True(ConsistencyProof.Holds(older, roots[older], size, roots[size], proof), $"{older} of {size}");
                Assert.False(ConsistencyProof.Holds(older, Leaves[3], size, roots[size], proof));
                Assert.False(ConsistencyProof.Holds(older, roots[older], size, Leaves[3], proof));
                Assert.False(ConsistencyProof.Holds(older, roots[older], size, roots[size], [.. proof, roots[1]]));
                if (proof.Count > 0)
                    Assert.False(ConsistencyProof.Holds(older, roots[older], size, roots[size], [.. proof.SkipLast(1)]));
            }
        }
    }

    private static byte[] Defined(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0)
            return SHA256.HashData([]);
        if (leaves.Length == 1)
            return leaves[0];
        var half = 1;
        while (half * 2 < leaves.Length)
            half *= 2;
        return SHA256.HashData([1, .. Defined(leaves[..half]), .. Defined(leaves[half..])]);
    }
}
