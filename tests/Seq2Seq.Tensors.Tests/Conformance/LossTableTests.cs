namespace Seq2Seq.Tensors.Conformance;

/// <summary>Cross-entropy on the numbers that were worked out on TorchSharp.</summary>
public sealed class LossTableTests
{
    private static Tensor Logits => torch.tensor([1f, 2f, 3f, 0.5f, 0f, -1f, 2f, 2f, 1f]).reshape(3, 3);

    private static Tensor Targets => torch.tensor([2L, 1L, 0L]);

    private static Tensor OneIgnored => torch.tensor([2L, -100L, 0L]);

    private static Tensor Weights => torch.tensor([1f, 2f, 4f]);

    public static TheoryData<string, double[]> Table => new()
    {
        { "mean", [0.7912438] },
        { "none", [0.40760595, 1.1041306, 0.8619948] },
        { "weighted mean", [0.67152566] },
        { "weighted sum", [4.70068] },
        { "smoothed", [0.8412438] },
        { "smoothed none", [0.5076059, 1.1207973, 0.8953281] },
        { "smoothed weighted", [0.7382594] },
        { "ignored", [0.6348004] },
        { "ignored smoothed", [0.70146704] },
        { "ignored smoothed weighted", [0.5612167] },
        { "probabilities", [1.2912439] },
        { "probabilities weighted", [3.5221798] },
        { "all ignored", [double.NaN] },
        { "all ignored sum", [0] },
        { "certain", [0] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Losses_are_those_of_the_table(string which, double[] expected)
    {
        var actual = which switch
        {
            "mean" => nn.functional.cross_entropy(Logits, Targets),
            "none" => nn.functional.cross_entropy(Logits, Targets, reduction: nn.Reduction.None),
            "weighted mean" => nn.functional.cross_entropy(Logits, Targets, Weights),
            "weighted sum" => nn.functional.cross_entropy(Logits, Targets, Weights, reduction: nn.Reduction.Sum),
            "smoothed" => nn.functional.cross_entropy(Logits, Targets, label_smoothing: 0.1),
            "smoothed none" =>
                nn.functional.cross_entropy(Logits, Targets, reduction: nn.Reduction.None, label_smoothing: 0.1),
            "smoothed weighted" => new CrossEntropyLoss(Weights, label_smoothing: 0.1).call(Logits, Targets),
            "ignored" => nn.CrossEntropyLoss().call(Logits, OneIgnored),
            "ignored smoothed" => nn.functional.cross_entropy(Logits, OneIgnored, label_smoothing: 0.1),
            "ignored smoothed weighted" => nn.functional.cross_entropy(Logits, OneIgnored, Weights, label_smoothing: 0.1),
            "probabilities" => nn.functional.cross_entropy(Logits, Shares),
            "probabilities weighted" => nn.functional.cross_entropy(Logits, Shares, Weights),
            "all ignored" => nn.functional.cross_entropy(Logits, torch.full(new long[] { 3 }, -100L, dtype: int64)),
            "all ignored sum" => nn.functional.cross_entropy(
                Logits, torch.full(new long[] { 3 }, -100L, dtype: int64), reduction: nn.Reduction.Sum),
            _ => nn.functional.cross_entropy(
                torch.tensor([0f, float.NegativeInfinity]).reshape(1, 2), torch.tensor([0L])),
        };

        Check.Same(expected, Check.Values(actual), 1e-6, which);
    }

    [Fact]
    public void Without_any_target_that_counts_no_gradient_flows()
    {
        var logits = Logits.requires_grad_();

        nn.functional.cross_entropy(logits, torch.full(new long[] { 3 }, -100L, dtype: int64)).backward();

        Assert.Equal(new double[9], Check.Values(logits.grad!));
    }

    private static Tensor Shares => torch.tensor([0.2f, 0.3f, 0.5f, 0f, 1f, 0f, 0.1f, 0.1f, 0.8f]).reshape(3, 3);
}
