namespace Seq2Seq.Tensors.Conformance;

/// <summary>The operations of Fixtures/shapes.json.</summary>
internal static class ShapeCases
{
    public static Dictionary<string, Func<Inputs, Tensor[]>> All() => new()
    {
        ["reshape"] = t => [t.X.reshape(6, 4)],
        ["reshape_guess"] = t => [t.X.reshape(3, -1)],
        ["reshape_of_transposed"] = t => [t.X.transpose(0, 1).reshape(-1)],
        ["view"] = t => [t.X.view(4, 6)],
        ["permute"] = t => [t.X.permute(2, 0, 1)],
        ["transpose"] = t => [t.X.transpose(0, 2)],
        ["t"] = t => [t.X.t()],
        ["squeeze"] = t => [t.X.squeeze()],
        ["squeeze_dim"] = t => [t.X.squeeze(0)],
        ["unsqueeze"] = t => [t.X.unsqueeze(1)],
        ["expand"] = t => [t.X.expand(2, 3, 4)],
        ["repeat"] = t => [t.X.repeat(2, 3)],
        ["repeat_interleave"] = t => [t.X.repeat_interleave(2, 1)],
        ["tile"] = t => [t.X.tile([2])],
        ["flip"] = t => [t.X.flip(0, 2)],
        ["cat"] = t => [torch.cat([t.X, t.Y], 1)],
        ["stack"] = t => [torch.stack([t.X, t.Y], 1)],
        ["chunk"] = t => t.X.chunk(3, 1),
        ["split"] = t => t.X.split(2, 1),
        ["split_sizes"] = t => t.X.split([1, 4], 1),
        ["unbind"] = t => t.X.unbind(1),
        ["narrow"] = t => [t.X.narrow(1, 1, 2)],
        ["select"] = t => [t.X.select(1, -1)],
        ["flatten"] = t => [t.X.flatten(1)],
        ["tril"] = t => [t.X.tril()],
        ["triu"] = t => [t.X.triu(1)],
        ["diag"] = t => [t.X.diag()],
        ["diag_of_matrix"] = t => [t.X.diag(1)],
        ["index_row"] = t => [t.X[1]],
        ["index_range"] = t => [t.X[1.., ..2]],
        ["index_column"] = t => [t.X[.., -1]],
        ["index_step"] = t => [t.X[TensorIndex.Slice(step: 2)]],
        ["index_none"] = t => [t.X[TensorIndex.None, TensorIndex.Colon, TensorIndex.None]],
        ["pad_1"] = t => [nn.functional.pad(t.X, (1, 2), value: 9)],
        ["pad_2"] = t => [nn.functional.pad(t.X, (1, 0, 2, 1))],
    };
}
