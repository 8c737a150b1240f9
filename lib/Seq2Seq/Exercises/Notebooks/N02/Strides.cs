namespace Seq2Seq.Exercises.Notebooks.N02;

internal sealed class Strides : Exercise<Func<long[], long[]>>
{
    public Strides() : base(
        "02.1",
        "Strides of a shape",
        "The last dimension's neighbours lie side by side: its stride is 1. Work from the back.",
        "The stride of a dimension is the product of the sizes of all dimensions behind it.")
    {
        Stub(_ => throw new NotImplementedException());
        Solution(shape =>
        {
            var strides = new long[shape.Length];
            var step = 1L;
            for (var d = shape.Length - 1; d >= 0; d--)
            {
                strides[d] = step;
                step *= shape[d];
            }

            return strides;
        });
        Mistake(
            "Your first dimension has stride 1: that is storage column by column. Here the last dimension is the one that lies side by side.",
            shape => [.. shape.Select((_, d) => shape.Take(d).Aggregate(1L, (product, size) => product * size))]);
        Mistake(
            "Each stride is too large by the size of its own dimension: multiply the sizes behind it, without its own.",
            shape => [.. shape.Select((_, d) => shape.Skip(d).Aggregate(1L, (product, size) => product * size))]);
        Mistake("You returned the shape itself. A stride says how far to go in memory, not how many there are.", shape => shape);
        Case(strides => strides([2, 3]));
        Case(strides => strides([4, 2, 5]));
        Case(strides => strides([7]));
    }
}
