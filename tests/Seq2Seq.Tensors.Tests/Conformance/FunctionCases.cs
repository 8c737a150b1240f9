namespace Seq2Seq.Tensors.Conformance;

/// <summary>The functions of Fixtures/functions.json.</summary>
internal static class FunctionCases
{
    public static Dictionary<string, Func<Inputs, Tensor[]>> All() => new()
    {
        ["abs_"] = t => [(t.X * 1).abs_()],
        ["exp_"] = t => [(t.X * 1).exp_()],
        ["neg_"] = t => [(t.X * 1).neg_()],
        ["relu_"] = t => [(t.X * 1).relu_()],
        ["sigmoid_"] = t => [(t.X * 1).sigmoid_()],
        ["tanh_"] = t => [(t.X * 1).tanh_()],
        ["log_"] = t => [(t.X * 1).log_()],
        ["sqrt_"] = t => [(t.X * 1).sqrt_()],
        ["add_"] = t => [(t.X * 1).add_(t.Y)],
        ["sub_"] = t => [torch.sub_(t.X * 1, t.Y)],
        ["mul_"] = t => [(t.X * 1).mul_(t.Y)],
        ["add_scaled"] = t => [(t.X * 1).add_(t.Y, 0.3)],
        ["div_"] = t => [(t.X * 1).div_(t.Y)],
        ["pow_"] = t => [(t.X * 1).pow_(3)],
        ["clamp_"] = t => [(t.X * 1).clamp_(-0.5, 1)],
        ["zero_"] = t => [(t.X * 1).zero_() + t.X],
        ["fill_"] = t => [(t.X * 1).fill_(3) + t.X],
        ["copy_"] = t => [(t.X * 1).copy_(t.Y)],
        ["masked_fill_"] = t => [(t.X * 1).masked_fill_(t["q"], 0.5)],
        ["scatter_"] = t => [(t.X * 1).scatter_(1, t["j"], t.Y)],
        ["scatter_add_"] = t => [(t.X * 1).scatter_add_(1, t["j"], t.Y)],
        ["index_add_"] = t => [(t.X * 1).index_add_(0, t["j"], t.Y, 0.5)],
        ["index_fill_"] = t => [(t.X * 1).index_fill_(1, t["j"], 2)],
        ["index_fill"] = t => [t.X.index_fill(0, t["j"], -1)],
        ["index_copy"] = t => [t.X.index_copy(0, t["j"], t.Y)],
        ["index_put_"] = t => [(t.X * 1).index_put_(t.Y, t["j"])],
        ["index_put_accumulate"] = t => [(t.X * 1).index_put_(t.Y, [TensorIndex.Tensor(t["j"])], true)],
        ["addcmul"] = t => [t.X.addcmul(t.Y, t["z"], 0.3)],
        ["addcdiv"] = t => [torch.addcdiv(t.X, t.Y, t["z"], 0.3)],
        ["addmv"] = t => [torch.addmv(t["b"], t.X, t.Y, 0.5f, 2f)],
        ["baddbmm"] = t => [t["b"].baddbmm(t.X, t.Y, 0.5f, 2f)],
        ["mv"] = t => [t.X.mv(t.Y)],
        ["dot"] = t => [t.X.dot(t.Y)],
        ["ger"] = t => [torch.ger(t.X, t.Y)],
        ["lerp"] = t => [t.X.lerp(t.Y, t["w"])],
        ["lerp_number"] = t => [torch.lerp(t.X, t.Y, torch.tensor(0.25, dtype: t.Type))],
        ["fmod"] = t => [t.X.fmod(0.75)],
        ["negative"] = t => [t.X.negative()],
        ["amax"] = t => [t.X.amax([0, 2], keepdim: true)],
        ["amin"] = t => [t.X.amin([1])],
        ["amax_ties"] = t => [t.X.amax([1])],
        ["median"] = t => [t.X.median()],
        ["alias"] = t => [t.X.alias() * 2],
        ["clone"] = t => [t.X.clone()],
        ["contiguous"] = t => [t.X.t().contiguous()],
        ["cpu"] = t => [t.X.cpu() * 2],
        ["double"] = t => [(t.X.@double() * 2).to(t.Type)],
        ["to"] = t => [t.X.to(t.Type) * 2],
        ["type_as"] = t => [t.X.type_as(t.Y) * 2],
        ["broadcast_to"] = t => [t.X.broadcast_to(3, 4)],
        ["expand_as"] = t => [t.X.expand_as(t.Y)],
        ["view_as"] = t => [t.X.view_as(t.Y)],
        ["unflatten"] = t => [t.X.unflatten(1, 2, 2)],
        ["unfold"] = t => [t.X.unfold(1, 3, 2)],
        ["swapaxes"] = t => [torch.swapaxes(t.X, 0, 2)],
        ["swapdims"] = t => [t.X.swapdims(0, 1)],
        ["movedim"] = t => [torch.movedim(t.X, 0, 2)],
        ["movedim_two"] = t => [t.X.movedim([0, 1], [2, 0])],
        ["diagonal"] = t => [t.X.diagonal(1, 0, 2)],
        ["roll"] = t => [t.X.roll(2, 1)],
        ["roll_all"] = t => [t.X.roll(5)],
        ["slice"] = t => [t.X.slice(1, 1, 4, 2)],
        ["concat"] = t => [torch.concat([t.X, t.Y], 1)],
        ["hstack"] = t => [torch.hstack([t.X, t.Y])],
        ["vstack"] = t => [torch.vstack([t.X, t.Y])],
        ["meshgrid"] = t => torch.meshgrid([t.X, t.Y]),
        ["meshgrid_xy"] = t => torch.meshgrid([t.X, t.Y], "xy"),
        ["logsigmoid"] = t => [nn.functional.logsigmoid(t.X)],
        ["prelu"] = t => [nn.functional.prelu(t.X, t["w"])],
        ["embedding"] = t => [Embedded(t["j"], t["w"])],
        ["dropout"] = t => [nn.functional.dropout(t.X, 0.5, training: false) * 2],
        ["bincount"] = t => [t["j"].bincount(null, minlength: 6)],
        ["nonzero"] = t => [t["q"].nonzero()],
        ["isclose"] = t => [t.X.isclose(t.Y)],
        ["floor_divide"] = t => [torch.floor_divide(t.X, t.Y)],
        ["bitwise_and"] = t => [t.X & t.Y],
        ["bitwise_xor"] = t => [t.X ^ t.Y],
    };

    // TorchSharp's source shows the module only; row 1 is padding and gets no gradient.
    private static Tensor Embedded(Tensor indices, Tensor weight)
    {
#if TORCHSHARP
        var learnt = torch.ones_like(weight);
        learnt[1] = torch.zeros_like(learnt[1]);
        var rows = (weight * learnt) + (weight * (1 - learnt)).detach();
        return rows.index_select(0, indices.reshape(-1)).reshape([.. indices.shape, weight.shape[1]]);
#else
        return nn.functional.embedding(indices, weight, 1);
#endif
    }
}
