namespace Seq2Seq.Exercises.Notebooks.N04;

internal sealed class LookupBack : Exercise<Func<long[], Tensor, long, Tensor>>
{
    public LookupBack() : base(
        "04.3",
        "Inside the model: backward through a look-up",
        "The gradient of the table has the shape of the table. A row that was not looked up gets nothing. Think of a row that was looked up twice.",
        "A look-up is a product with one-hot rows, Y = O·W. So dW = Oᵀ·dY: add dY[i] to row ids[i].")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((ids, dy, rows) => nn.functional.one_hot(tensor(ids), rows).to_type(ScalarType.Float32).t().matmul(dy));
        Mistake(
            "A word that occurs twice got only the gradient of its last place: you overwrite the row. Gradients add up.",
            (ids, dy, rows) => Scatter(ids, dy, rows, isAdding: false));
        Mistake(
            "You averaged over the places of a word. The loss is a sum over places, and so is its gradient.",
            (ids, dy, rows) => Scatter(ids, dy, rows, isAdding: true)
                / nn.functional.one_hot(tensor(ids), rows).to_type(ScalarType.Float32).sum(dim: 0).clamp_min(1).unsqueeze(1));
        Mistake(
            "That is the gradient of what was looked up, (N, E). Asked is the gradient of the table, (V, E).",
            (_, dy, _) => dy);
        Case(back => back([2, 0, 2], tensor(new float[] { 1, 2, 3, 4, 5, 6 }, 3, 2), 4));
        Case(back => back([1], tensor(new float[] { -1, 0.5f, 2 }, 1, 3), 2));
    }

    private static Tensor Scatter(long[] ids, Tensor dy, long rows, bool isAdding)
    {
        var table = zeros(rows, dy.size(1));
        for (var i = 0; i < ids.Length; i++) table[ids[i]] = isAdding ? table[ids[i]] + dy[i] : dy[i];
        return table;
    }
}
