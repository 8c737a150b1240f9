namespace Seq2Seq.Tensors.Conformance;

/// <summary>The operations of Fixtures/indexing.json.</summary>
internal static class IndexingCases
{
    public static Dictionary<string, Func<Inputs, Tensor[]>> All() => new()
    {
        ["gather"] = t => [t.X.gather(1, t["j"])],
        ["scatter"] = t => [t.X.scatter(1, t["j"], t.Y)],
        ["scatter_add"] = t => [t.X.scatter_add(1, t["j"], t.Y)],
        ["index_select"] = t => [t.X.index_select(0, t["j"])],
        ["index_select_1"] = t => [t.X.index_select(1, t["j"])],
        ["index_add"] = t => [t.X.index_add(0, t["j"], t.Y, 2)],
        ["index_tensor"] = t => [t.X[t["j"]]],
        ["index_pairs"] = t => [t.X[t["j"], t["k"]]],
        ["masked_select"] = t => [t.X.masked_select(t["q"])],
        ["index_mask"] = t => [t.X[t["q"]]],
        ["topk"] = t => Pair(t.X.topk(2, 1)),
        ["topk_smallest"] = t => Pair(t.X.topk(2, 1, largest: false)),
        ["sort"] = t => Pair(t.X.sort(1)),
        ["sort_descending"] = t => Pair(t.X.sort(1, descending: true)),
        ["argsort"] = t => [t.X.argsort(1)],
        ["one_hot"] = t => [nn.functional.one_hot(t["j"], 5)],
    };

    private static Tensor[] Pair((Tensor, Tensor) both) => [both.Item1, both.Item2];
}
