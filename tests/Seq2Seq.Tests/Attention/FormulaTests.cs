using Seq2Seq.Models;
using Seq2Seq.Tests.Models;

namespace Seq2Seq.Tests.Attention;

/// <summary>Each attention against its paper's formula in plain loops, in doubles, the last source position being padding.</summary>
public sealed class FormulaTests
{
    private const int Size = 4;
    private const int Targets = 3;
    private const int Sources = 6;
    private const int Real = 5;

    // The model computes in float32.
    private const double Rounding = 2e-6;

    public static TheoryData<string> Kinds => ["dot", "scaled", "general", "additive", "concat", "coverage", "local-m", "local-p"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_attention_is_its_formula(string kind)
    {
        manual_seed(11);
        var attention = Create(kind);
        var (query, memory) = (randn(1, Targets, Size), randn(1, Sources, Size));
        var coverage = tensor(new[] { 0.3f, 0, 1.2f, 0.5f, 0, 0 }).view(1, Sources);

        var prepared = attention.Prepare(memory, tensor(Enumerable.Range(0, Sources).Select(s => s < Real).ToArray()).view(1, Sources));
        var given = attention.Attend(query, prepared, firstStep: 1, attention.NeedsCoverage ? coverage : null);

        var (q, m) = (Rows(query, Targets), Rows(memory, Sources));
        for (var t = 0; t < Targets; t++)
        {
            var weights = Weights(kind, attention, q[t], m, t, Near.Values(coverage));
            for (var s = 0; s < Sources; s++) Assert.Equal(s < Real ? weights[s] : 0, given.Weights[0, t, s].ToDouble(), Rounding);
            for (var i = 0; i < Size; i++)
            {
                Assert.Equal(Enumerable.Range(0, Real).Sum(s => weights[s] * m[s][i]), given.Context[0, t, i].ToDouble(), 4 * Rounding);
            }
        }
    }

    [Fact]
    public void Several_heads_equal_the_engines_multi_head_attention()
    {
        manual_seed(12);
        var ours = new MultiHeadAttention(8, 8, heads: 2);
        var theirs = nn.MultiheadAttention(8, 2);
        Reference.CopyAttention(ours, theirs);
        var (query, memory) = (randn(2, 3, 8), randn(2, 5, 8));
        var real = tensor(new[] { true, true, true, false, false, true, true, true, true, true }).view(2, 5);

        var given = ours.call(query, memory, real);
        var (context, weights) = theirs.call(query.transpose(0, 1), memory.transpose(0, 1), memory.transpose(0, 1), real.logical_not());

        Near.Equal(context.transpose(0, 1), given.Context, 1e-6);
        Near.Equal(weights, given.Weights, 1e-6);
    }

    private static double[] Weights(
        string kind, Seq2Seq.Models.Attention attention, double[] q, double[][] m, int t, double[] coverage)
    {
        double[][] W(string name) => Rows(attention.get_parameter(name)!, (int)attention.get_parameter(name)!.size(0));
        double[] Times(double[][] w, double[] x) => [.. w.Select(row => row.Zip(x, (a, b) => a * b).Sum())];
        double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
        double Score(int s) => kind switch
        {
            "dot" or "local-m" or "local-p" => Dot(q, m[s]),
            "scaled" => Dot(q, m[s]) / Math.Sqrt(Size),
            "general" => Dot(q, Times(W("key.weight"), m[s])),
            "concat" => Dot(W("score.weight")[0], [.. Times(W("inner.weight"), [.. q, .. m[s]]).Select(Math.Tanh)]),
            _ => Dot(W("score.weight")[0],
            [
                .. Times(W("query.weight"), q).Select((x, i) => Math.Tanh(
                    x + Times(W("key.weight"), m[s])[i] + Near.Values(attention.get_parameter("key.bias")!)[i]
                    + (kind == "coverage" ? W("covered.weight")[i][0] * coverage[s] : 0))),
            ]),
        };

        // Luong et al. 2015, 3.2, with places from 0: target t of the call stands at place t + 1.
        var centre = kind switch
        {
            "local-m" => Math.Min(t + 1, Real - 1),
            "local-p" => (Real - 1) / (1 + Math.Exp(-Dot(W("position.weight")[0], [.. Times(W("inner.weight"), q).Select(Math.Tanh)]))),
            _ => 0.0,
        };
        bool Sees(int s) => !kind.StartsWith("local", StringComparison.Ordinal) || Math.Abs(s - centre) <= 2;
        var exponentials = Enumerable.Range(0, Real).Select(s => Sees(s) ? Math.Exp(Score(s)) : 0).ToArray();
        var total = exponentials.Sum();
        return [.. exponentials.Select((e, s) => e / total * (kind == "local-p" ? Math.Exp(-(s - centre) * (s - centre) / (2 * 1.0 * 1.0)) : 1))];
    }

    private static double[][] Rows(Tensor x, int rows) => [.. Near.Values(x).Chunk(Near.Values(x).Length / rows)];

    private static Seq2Seq.Models.Attention Create(string kind) => kind switch
    {
        "dot" => new DotAttention(Size),
        "scaled" => new DotAttention(Size, scaled: true),
        "general" => new GeneralAttention(Size, Size),
        "additive" => new AdditiveAttention(Size, Size, 5),
        "concat" => new ConcatAttention(Size, Size, 5),
        "coverage" => new CoverageAttention(Size, Size, 5),
        // A window of 2 has σ = D/2 = 1.
        "local-m" => new LocalAttention(new DotAttention(Size), 2, predictive: false),
        _ => new LocalAttention(new DotAttention(Size), 2),
    };
}
