using Seq2Seq.Models;

namespace Seq2Seq.Tests.Attention;

/// <summary>The fused additive attention against the same formula from plain operations.</summary>
public sealed class AdditiveWeightsTests
{
    // B, T, S, A: one query as in decoding steps, several as in a whole target, more positions than a fold has lanes, odd sizes.
    public static TheoryData<int, int, int, int, bool, bool> Shapes => new()
    {
        { 3, 1, 10, 32, true, false },
        { 32, 1, 10, 128, false, true },
        { 4, 7, 21, 19, true, true },
        { 2, 3, 70, 33, true, false },
        { 40, 5, 17, 130, true, true },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Fused_and_composed_give_the_same_numbers(int batch, int targets, int sources, int size, bool masked, bool hasBias)
    {
        manual_seed(11);
        var score = nn.Linear(size, 1, hasBias: hasBias);
        var mask = masked ? arange(sources).unsqueeze(0).le(arange(batch).unsqueeze(1) % sources) : null;
        var upper = randn(batch, targets, sources);
        var (queries, keys) = (randn(batch, targets, size), randn(batch, sources, size));

        var fused = Run(AdditiveWeights.Of);
        var composed = Run(AdditiveWeights.Composed);

        // Every sum runs in the same order, so nothing may differ, not even in the last bit.
        Assert.Equal(composed, fused);

        // The second use of the same leaves makes gradients add up.
        float[][] Run(Func<Tensor, Tensor, Linear, Tensor?, double, Tensor> weightsOf)
        {
            score.zero_grad();
            var (q, k) = (queries.clone().requires_grad_(), keys.clone().requires_grad_());
            var weights = weightsOf(q, k, score, mask, -1e9);
            var again = weightsOf(q * 0.5, k, score, mask, -1e6);
            ((weights * upper).sum() + (again * upper).sum()).backward();
            Tensor[] results = [weights, again, q.grad!, k.grad!, .. score.parameters().Select(p => p.grad!)];
            return [.. results.Select(r => r.contiguous().data<float>().ToArray())];
        }
    }

    [Fact]
    public void A_sentence_without_a_real_token_is_averaged_evenly()
    {
        var score = nn.Linear(3, 1);

        var weights = AdditiveWeights.Of(randn(1, 1, 3), randn(1, 4, 3), score, zeros(1, 4, dtype: ScalarType.Bool));

        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], weights.data<float>().ToArray());
    }

    [Fact]
    public void Attention_gives_the_weights_of_its_scores()
    {
        manual_seed(12);
        var attention = new AdditiveAttention(6, 5, 7);
        var (query, memory) = (randn(2, 3, 6), attention.Prepare(randn(2, 4, 5), tensor(new[] { true, true, false, true, true, true, true, false }).view(2, 4)));

        var attended = attention.Attend(query, memory);

        var expected = attention.Scores(query, memory, null).masked_fill(memory.Mask.unsqueeze(1).logical_not(), -1e9).softmax(-1);
        Assert.Equal(expected.data<float>().ToArray(), attended.Weights.data<float>().ToArray());
    }
}
