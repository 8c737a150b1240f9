using Seq2Seq.Models;
using Seq2Seq.Tests.Models;

namespace Seq2Seq.Tests.Attention;

public sealed class AttentionTests
{
    public static TheoryData<string> Kinds =>
        ["additive", "dot", "scaled", "general", "concat", "coverage", "local-m", "local-p", "multi-head"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Padded_positions_get_zero_weight(string kind)
    {
        manual_seed(1);
        var attention = Create(kind);
        var mask = tensor(new[] { true, true, true, false, false, true, true, true, true, true }).view(2, 5);

        var attended = attention.call(randn(2, 3, 4), randn(2, 5, 4), mask);

        Assert.Equal(0, attended.Weights.select(0, 0).narrow(1, 3, 2).abs().max().ToDouble());
        Assert.True(attended.Weights.ge(0).all().item<bool>());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weights_sum_to_one(string kind)
    {
        // The Gaussian of local-p takes some of the mass away (Luong et al. 2015, eq. 10).
        if (kind == "local-p") return;
        manual_seed(2);
        var attention = Create(kind);

        var attended = attention.call(randn(2, 3, 4), randn(2, 5, 4), ones(2, 5, dtype: ScalarType.Bool));

        Near.Equal(ones(2, 3), attended.Weights.sum(dim: 2), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_single_query_gives_a_single_context(string kind)
    {
        manual_seed(3);
        var attention = Create(kind);
        var (query, memory, mask) = (randn(2, 4), randn(2, 5, 4), ones(2, 5, dtype: ScalarType.Bool));

        var single = attention.call(query, memory, mask);
        var several = attention.call(query.unsqueeze(1), memory, mask);

        Assert.Equal([2L, attention.ContextSize], single.Context.shape);
        Near.Equal(several.Context.squeeze(1), single.Context, 1e-6);
    }

    [Fact]
    public void Dot_attention_gives_the_numbers_of_a_calculation_by_hand()
    {
        // Scores 1 and 3: softmax = 1/(1+e²) = 0.119203 and 0.880797; context = 0.119203·(1,0) + 0.880797·(3,10).
        var memory = tensor(new float[] { 1, 0, 3, 10 }).view(1, 2, 2);
        var attended = new DotAttention(2).call(
            tensor(new float[] { 1, 0 }).view(1, 2), memory, ones(1, 2, dtype: ScalarType.Bool));

        Near.Equal(tensor(new[] { 0.11920292f, 0.880797f }).view(1, 2), attended.Weights, 1e-6);
        Near.Equal(tensor(new[] { 2.7615942f, 8.80797f }).view(1, 2), attended.Context, 1e-5);
    }

    [Fact]
    public void Additive_attention_is_its_formula()
    {
        manual_seed(4);
        var attention = new AdditiveAttention(3, 2, 5);
        var (query, memory) = (randn(1, 3), randn(1, 4, 2));
        Tensor W(string name) => attention.get_parameter(name)!;

        var weights = attention.call(query, memory, ones(1, 4, dtype: ScalarType.Bool)).Weights;

        // v · tanh(W q + U k_s + b) by plain loops.
        var (w, u, b, v, q, m) = (
            Near.Values(W("query.weight")), Near.Values(W("key.weight")), Near.Values(W("key.bias")), Near.Values(W("score.weight")),
            Near.Values(query), Near.Values(memory));
        var scores = new double[4];
        for (var s = 0; s < 4; s++)
        {
            for (var a = 0; a < 5; a++)
            {
                var sum = b[a];
                for (var i = 0; i < 3; i++) sum += w[a * 3 + i] * q[i];
                for (var i = 0; i < 2; i++) sum += u[a * 2 + i] * m[s * 2 + i];
                scores[s] += v[a] * Math.Tanh(sum);
            }
        }

        var total = scores.Sum(Math.Exp);
        Near.Equal(tensor(scores.Select(e => (float)(Math.Exp(e) / total)).ToArray()).view(1, 4), weights, 1e-6);
    }

    [Fact]
    public void Monotonic_local_attention_sees_its_window_and_nothing_else()
    {
        var attention = new LocalAttention(new DotAttention(4), window: 1, predictive: false);
        var attended = attention.call(randn(1, 3, 4), randn(1, 6, 4), ones(1, 6, dtype: ScalarType.Bool));

        for (var t = 0; t < 3; t++)
        {
            for (var s = 0; s < 6; s++)
            {
                var weight = attended.Weights[0, t, s].ToDouble();
                if (Math.Abs(t - s) <= 1) Assert.True(weight > 0);
                else Assert.Equal(0, weight);
            }
        }
    }

    [Fact]
    public void Coverage_changes_the_scores_of_what_was_seen()
    {
        manual_seed(5);
        var attention = new CoverageAttention(4, 4);
        var memory = attention.Prepare(ones(1, 3, 4), ones(1, 3, dtype: ScalarType.Bool));

        var fresh = attention.Attend(ones(1, 1, 4), memory, 0, zeros(1, 3)).Weights;
        var seen = attention.Attend(ones(1, 1, 4), memory, 1, tensor(new float[] { 1, 0, 0 }).view(1, 3)).Weights;

        // Equal memories: without coverage the weights are equal, with it the first differs from the others.
        Near.Equal(full(1, 1, 3, 1 / 3.0, dtype: ScalarType.Float32), fresh, 1e-6);
        Assert.True(Math.Abs(seen[0, 0, 0].ToDouble() - seen[0, 0, 1].ToDouble()) > 1e-3);
    }

    [Fact]
    public void Heads_that_do_not_divide_the_features_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new MultiHeadAttention(10, 10, heads: 3));

        Assert.Equal(
            "MultiHeadAttention: 10 features cannot be shared by 3 heads; expected a number of heads that divides them. "
            + "(Parameter 'heads')", error.Message);
    }

    private static Seq2Seq.Models.Attention Create(string kind) => kind switch
    {
        "additive" => new AdditiveAttention(4, 4),
        "dot" => new DotAttention(4),
        "scaled" => new DotAttention(4, scaled: true),
        "general" => new GeneralAttention(4, 4),
        "concat" => new ConcatAttention(4, 4),
        "coverage" => new CoverageAttention(4, 4),
        "local-m" => new LocalAttention(new DotAttention(4), 1, predictive: false),
        "local-p" => new LocalAttention(new DotAttention(4), 1),
        _ => new MultiHeadAttention(4, 4, heads: 2),
    };
}
