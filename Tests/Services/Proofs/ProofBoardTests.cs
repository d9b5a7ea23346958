using Microsoft.Extensions.Time.Testing;
using PrivacyPortal.Services.Proofs;

namespace PrivacyPortal.Tests.Services.Proofs;

[Trait("clause", "C23")]
public sealed class ProofBoardTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Before_anything_was_measured_nothing_is_kept()
    {
        using var board = new ProofBoard([], clock);
        Assert.Equal(ProofState.NotMeasured, board.StateOf("C2"));
    }

    [Fact]
    public async Task A_probe_that_fails_has_not_measured()
    {
        using var board = new ProofBoard([new Arranged(ProbeName.Gate, () => throw new InvalidOperationException())], clock);
        await board.MeasureAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ProofState.NotMeasured, Assert.Single(board.Latest).State);
    }

    [Fact]
    public async Task A_clause_is_kept_only_when_all_its_probes_say_so_and_red_when_one_does()
    {
        var second = Measured.Not;
        using var board = new ProofBoard([new Arranged(ProbeName.Gate, () => new(ProofState.Kept)), new Arranged(ProbeName.Disk, () => second)], clock);
        Assert.Equal(ProofState.NotMeasured, await StateAsync(board));
        second = new(ProofState.NotKept);
        Assert.Equal(ProofState.NotKept, await StateAsync(board));
        second = new(ProofState.Kept);
        Assert.Equal(ProofState.Kept, await StateAsync(board));
    }

    [Fact]
    public async Task It_says_since_when_a_promise_is_red()
    {
        using var board = new ProofBoard([new Arranged(ProbeName.Gate, () => new(ProofState.NotKept))], clock);
        var began = clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        await StateAsync(board);
        await StateAsync(board);
        var proof = Assert.Single(board.Latest);
        Assert.Equal(began, proof.Since);
        Assert.Equal(began + TimeSpan.FromMinutes(1), proof.At);
    }

    private async Task<ProofState> StateAsync(ProofBoard board)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await board.MeasureAsync(TestContext.Current.CancellationToken);
        return board.StateOf("C2");
    }

    private sealed class Arranged(ProbeName name, Func<Measured> answer) : IProbe
    {
        public ProbeName Name => name;

        public string Clause => "C2";

        public Task<Measured> MeasureAsync(CancellationToken cancel) => Task.FromResult(answer());
    }
}
