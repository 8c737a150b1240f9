namespace Seq2Seq.Tensors.Conformance;

/// <summary>The operations of Fixtures/products.json.</summary>
internal static class ProductCases
{
    public static Dictionary<string, Func<Inputs, Tensor[]>> All() => new()
    {
        ["matmul_1_1"] = t => [t.X.matmul(t.Y)],
        ["matmul_2_1"] = t => [torch.matmul(t.X, t.Y)],
        ["matmul_1_2"] = t => [t.X.matmul(t.Y)],
        ["matmul_2_2"] = t => [t.X.matmul(t.Y)],
        ["matmul_3_3"] = t => [t.X.matmul(t.Y)],
        ["matmul_3_2"] = t => [t.X.matmul(t.Y)],
        ["matmul_3_1"] = t => [t.X.matmul(t.Y)],
        ["matmul_broadcast"] = t => [t.X.matmul(t.Y)],
        ["matmul_transposed"] = t => [t.X.t().matmul(t.Y.t())],
        ["matmul_empty_inner"] = t => [t.X.matmul(t.Y)],
        ["mm"] = t => [t.X.mm(t.Y)],
        ["bmm"] = t => [t.X.bmm(t.Y)],
        ["addmm"] = t => [t["b"].addmm(t.X, t.Y, 0.5f, 2f)],
        ["outer"] = t => [t.X.outer(t.Y)],
        ["linear"] = t => [nn.functional.linear(t.X, t["w"], t["b"])],
        ["linear_no_bias"] = t => [nn.functional.linear(t.X, t["w"])],
        ["einsum_mm"] = t => [torch.einsum("ij,jk->ik", t.X, t.Y)],
        ["einsum_batch"] = t => [torch.einsum("bth,bsh->bts", t.X, t.Y)],
        ["einsum_sum"] = t => [torch.einsum("ij->j", t.X)],
        ["einsum_outer"] = t => [torch.einsum("i,j->ij", t.X, t.Y)],
        ["einsum_implicit"] = t => [torch.einsum("ij,jk", t.X, t.Y)],
    };
}
