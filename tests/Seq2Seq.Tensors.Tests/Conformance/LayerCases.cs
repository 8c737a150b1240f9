namespace Seq2Seq.Tensors.Conformance;

/// <summary>The operations of Fixtures/layers.json.</summary>
internal static class LayerCases
{
    public static Dictionary<string, Func<Inputs, Tensor[]>> All() => new()
    {
        ["conv1d"] = t => [nn.functional.conv1d(t.X, t["w"], t["b"])],
        ["conv1d_stride_pad"] = t => [nn.functional.conv1d(t.X, t["w"], t["b"], stride: 2, padding: 1)],
        ["conv1d_dilated_groups"] = t => [nn.functional.conv1d(t.X, t["w"], dilation: 2, groups: 2)],
        ["conv2d"] = t => [nn.functional.conv2d(t.X, t["w"], t["b"])],
        ["conv2d_stride_pad"] = t => [nn.functional.conv2d(t.X, t["w"], strides: [2, 2], padding: [1, 1])],
        ["max_pool1d"] = t => [nn.functional.max_pool1d(t.X, 2)],
        ["max_pool2d"] = t => [nn.functional.max_pool2d(t.X, 2)],
        ["max_pool2d_stride_pad"] = t => [nn.functional.max_pool2d(t.X, 3, stride: 1, padding: 1)],
        ["avg_pool1d"] = t => [nn.functional.avg_pool1d(t.X, 2)],
        ["avg_pool2d"] = t => [nn.functional.avg_pool2d(t.X, 2)],
        ["layer_norm"] = t => [nn.functional.layer_norm(t.X, [4], t["w"], t["b"])],
        ["layer_norm_two"] = t => [nn.functional.layer_norm(t.X, [3, 4])],
        ["batch_norm_training"] = t =>
            [nn.functional.batch_norm(t.X, null!, null!, t["w"], t["b"], training: true)],
        ["batch_norm_training_3"] = t => [nn.functional.batch_norm(t.X, null!, null!, training: true)],
        ["batch_norm_evaluation"] = t =>
            [nn.functional.batch_norm(t.X, t["m"].detach(), t["v"].detach(), t["w"], t["b"])],
        ["normalize"] = t => [nn.functional.normalize(t.X, dim: -1)],
        ["cosine_similarity"] = t => [nn.functional.cosine_similarity(t.X, t.Y, dim: 1)],
        ["attention"] = t => [nn.functional.scaled_dot_product_attention(t["q"], t["k"], t["v"])],
        ["attention_bool_mask"] = t =>
            [nn.functional.scaled_dot_product_attention(t["q"], t["k"], t["v"], t["m"])],
        ["attention_added_mask"] = t =>
            [nn.functional.scaled_dot_product_attention(t["q"], t["k"], t["v"], t["m"])],
        ["attention_causal"] = t =>
            [nn.functional.scaled_dot_product_attention(t["q"], t["k"], t["v"], is_casual: true)],
    };
}
