namespace Seq2Seq.Exercises.Notebooks.N06;

internal sealed class Parameters : Exercise<Func<int, long, long, int, long>>
{
    public Parameters() : base(
        "06.3",
        "Count the parameters of a recurrent stack",
        "Each block has a matrix for the input, one for the state, and two bias vectors. Layers above the first have H inputs.",
        "First layer: blocks · (H·I + H·H + 2H). Every other: blocks · (2·H·H + 2H).")
    {
        Stub((_, _, _, _) => throw new NotImplementedException());
        Solution((blocks, inputSize, hiddenSize, layers) =>
            Enumerable.Range(0, layers).Sum(layer =>
                blocks * (hiddenSize * (layer == 0 ? inputSize : hiddenSize) + hiddenSize * hiddenSize + 2 * hiddenSize)));
        Mistake(
            "One bias per block is missing: PyTorch's layout has one for the input and one for the state.",
            (blocks, i, h, layers) => Count(blocks, i, h, layers, biases: 1));
        Mistake("The biases are missing.", (blocks, i, h, layers) => Count(blocks, i, h, layers, biases: 0));
        Mistake(
            "Your upper layers read the input again. They read the layer below, which has H features.",
            (blocks, i, h, layers) => layers * Count(blocks, i, h, 1, biases: 2));
        Mistake("That is one layer only: the others count, too.", (blocks, i, h, _) => Count(blocks, i, h, 1, biases: 2));
        Mistake("That is one block only. A GRU has three of them, an LSTM four.", (_, i, h, layers) => Count(1, i, h, layers, biases: 2));
        Case(count => count(4, 10, 20, 1));
        Case(count => count(3, 64, 32, 2));
        Case(count => count(1, 5, 7, 3));
    }

    private static long Count(int blocks, long i, long h, int layers, int biases) =>
        blocks * ((h * i) + ((2L * layers) - 1) * h * h + (long)layers * biases * h);
}
