namespace Seq2Seq.Tensors.Conformance;

/// <summary>The operations of Fixtures/losses.json.</summary>
internal static class LossCases
{
    public static Dictionary<string, Func<Inputs, Tensor[]>> All()
    {
        var all = new Dictionary<string, Func<Inputs, Tensor[]>>
        {
            ["cross_entropy_sequence"] = t => [nn.functional.cross_entropy(t.X, t["t"], ignore_index: 0)],
            ["cross_entropy_single"] = t => [nn.functional.cross_entropy(t.X, t["t"])],
            ["cross_entropy_large"] = t => [nn.functional.cross_entropy(t.X, t["t"])],
        };
        foreach (var reduction in Enum.GetValues<nn.Reduction>())
            AddReduced(all, reduction, "_" + reduction.ToString().ToLowerInvariant());
        return all;
    }

    private static void AddReduced(Dictionary<string, Func<Inputs, Tensor[]>> all, nn.Reduction reduction, string suffix)
    {
        all["cross_entropy" + suffix] = t => [nn.functional.cross_entropy(t.X, t["t"], reduction: reduction)];
        all["cross_entropy_weighted" + suffix] = t =>
            [nn.functional.cross_entropy(t.X, t["t"], t["w"].detach(), reduction: reduction)];
        foreach (var name in new[] { "smoothed", "ignored" })
        {
            all[$"cross_entropy_{name}{suffix}"] = t =>
                [nn.functional.cross_entropy(t.X, t["t"], t["w"].detach(), reduction: reduction, label_smoothing: 0.1)];
        }

        all["cross_entropy_smoothed_plain" + suffix] = t =>
            [nn.functional.cross_entropy(t.X, t["t"], reduction: reduction, label_smoothing: 0.1)];
        all["cross_entropy_probabilities" + suffix] = t =>
        [
            nn.functional.cross_entropy(
                t.X, t["t"].detach(), t["w"].detach(), reduction: reduction, label_smoothing: 0.2),
        ];
        all["mse" + suffix] = t => [nn.functional.mse_loss(t.X, t["t"], reduction)];
        all["l1" + suffix] = t => [nn.functional.l1_loss(t.X, t["t"], reduction)];
        all["kl_log" + suffix] = t => [nn.functional.kl_div(t.X, t["t"], true, reduction)];
        all["kl" + suffix] = t => [nn.functional.kl_div(t.X, t["t"].detach(), false, reduction)];
        all["bce" + suffix] = t => [nn.functional.binary_cross_entropy(t.X, t["t"].detach(), reduction: reduction)];
        all["bce_logits" + suffix] = t =>
        [
            nn.functional.binary_cross_entropy_with_logits(
                t.X, t["t"].detach(), t["w"].detach(), reduction, t["v"].detach()),
        ];
        all["nll" + suffix] = t => [nn.functional.nll_loss(t.X, t["t"], t["w"].detach(), reduction)];
    }
}
