namespace Seq2Seq.Tensors.Tests.Ops;

/// <summary>Layers and losses as functions.</summary>
public sealed class LayerCases : IGradientCases
{
    private static torch.Tensor Classes => torch.tensor([2L, 0L]);

    private static torch.Tensor ClassWeights => torch.tensor([0.5, 2.0, 1.5]);

    public IEnumerable<GradientCase> Cases =>
    [
        new("embedding", x => torch.nn.functional.embedding(torch.tensor([1L, 0L, 1L, 3L], 2, 2), x[0]), [[4, 3]]),
        new("embedding empty", x => torch.nn.functional.embedding(torch.zeros(0, dtype: torch.int64), x[0]), [[4, 3]]),
        new("dropout", x => Seeded(() => torch.nn.functional.dropout(x[0], 0.4)), [[5, 4]]),
        new("layer_norm", x => torch.nn.functional.layer_norm(x[0], [3], x[1], x[2]), [[2, 3], [3], [3]]),
        new("layer_norm plain", x => torch.nn.functional.layer_norm(x[0], [2, 3]), [[4, 2, 3]]),
        new("batch_norm", x => torch.nn.functional.batch_norm(x[0], null, null, x[1], x[2], training: true), [[4, 3], [3], [3]]),
        new("batch_norm sequences", x => torch.nn.functional.batch_norm(x[0], null, null, training: true), [[2, 3, 4]]),
        new("scaled_dot_product_attention", x => torch.nn.functional.scaled_dot_product_attention(x[0], x[1], x[2]), [[2, 3, 4], [2, 5, 4], [2, 5, 2]]),
        new("scaled_dot_product_attention causal", x => torch.nn.functional.scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true), [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]]),
        new("scaled_dot_product_attention masked", x => torch.nn.functional.scaled_dot_product_attention(x[0], x[1], x[2], torch.tensor(new[] { true, false, true })), [[2, 2, 4], [2, 3, 4], [2, 3, 4]]),
        new("additive_weights", x => FusedOps.additive_weights(x[0], x[1], x[2], x[3]), [[2, 3, 4], [2, 5, 4], [1, 4], [1]]),
        new("additive_weights masked", x => FusedOps.additive_weights(x[0], x[1], x[2], null, torch.tensor([true, false, true, true, true, false], 2, 3)), [[2, 1, 4], [2, 3, 4], [1, 4]]),
        new("additive_weights empty", x => FusedOps.additive_weights(x[0], x[1], x[2]), [[2, 0, 4], [2, 3, 4], [1, 4]]),
        new("cross_entropy", x => torch.nn.functional.cross_entropy(x[0], Classes), [[2, 3]]),
        new("cross_entropy weighted", x => torch.nn.functional.cross_entropy(x[0], Classes, ClassWeights.to(x[0].dtype), label_smoothing: 0.2), [[2, 3]]),
        new("cross_entropy ignored", x => torch.nn.functional.cross_entropy(x[0], Classes, ignore_index: 0, reduction: torch.nn.Reduction.Sum), [[2, 3]]),
        new("cross_entropy rows", x => torch.nn.functional.cross_entropy(x[0], Classes, reduction: torch.nn.Reduction.None), [[2, 3]]),
        new("cross_entropy places", x => torch.nn.functional.cross_entropy(x[0], torch.tensor([2L, 0L, 1L, 1L], 2, 2)), [[2, 3, 2]]),
        new("cross_entropy probabilities", x => torch.nn.functional.cross_entropy(x[0], x[1].softmax(1)), [[2, 3], [2, 3]]),
        new("nll_loss", x => torch.nn.functional.nll_loss(x[0].log_softmax(1), Classes, ClassWeights.to(x[0].dtype)), [[2, 3]]),
        new("mse_loss", x => torch.nn.functional.mse_loss(x[0], x[1]), [[2, 3], [2, 3]]),
        new("l1_loss", x => torch.nn.functional.l1_loss(x[0], x[1] * 5, torch.nn.Reduction.Sum), [[2, 3], [2, 3]]),
        new("binary_cross_entropy", x => torch.nn.functional.binary_cross_entropy(x[0].sigmoid(), x[1]), [[2, 3], [2, 3]], 0.1, 0.9, false),
        new("binary_cross_entropy_with_logits", x => torch.nn.functional.binary_cross_entropy_with_logits(x[0], x[1], pos_weights: x[2]), [[2, 3], [2, 3], [3]], 0.1, 0.9, false),
        new("kl_div", x => torch.nn.functional.kl_div(x[0].log_softmax(1), x[1].log_softmax(1)), [[2, 3], [2, 3]]),
        new("lstm", x => Recurrent(x, (torch.nn.Module<torch.Tensor, (torch.Tensor, torch.Tensor)?, (torch.Tensor, torch.Tensor, torch.Tensor)>)torch.nn.LSTM(3, 2)), [[3, 2, 3]]),
    ];

    private static torch.Tensor Recurrent(
        torch.Tensor[] x, torch.nn.Module<torch.Tensor, (torch.Tensor, torch.Tensor)?, (torch.Tensor, torch.Tensor, torch.Tensor)> module)
    {
        module.to(x[0].dtype);
        using (torch.no_grad())
        {
            foreach (var parameter in module.parameters())
                parameter.copy_(torch.linspace(-0.6, 0.7, parameter.numel(), parameter.dtype).reshape(parameter.shape));
        }

        var (output, hidden, cell) = module.call(x[0], null);
        return torch.cat([output.flatten(), hidden.flatten() * 2, cell.flatten() * 3]);
    }

    // The same draw each time; nothing else draws, because these tests run alone.
    private static torch.Tensor Seeded(Func<torch.Tensor> draw)
    {
        torch.manual_seed(3);
        return draw();
    }
}
