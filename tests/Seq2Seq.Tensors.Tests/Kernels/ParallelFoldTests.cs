namespace Seq2Seq.Tensors.Tests.Kernels;

public sealed unsafe class ParallelFoldTests
{
    [Theory]
    [InlineData(131_072)]
    [InlineData(131_073)]
    [InlineData(356_017)]
    [InlineData(1_000_000)]
    [InlineData(2_100_001)]
    [InlineData(5_000_003)]
    public void Many_workers_fold_to_the_bits_of_one(int length)
    {
        var x = Numbers.Random(length, 4);

        fixed (float* px = x)
        {
            var one = Lanes.Fold(px, null, length, false, 0, new Folds.SquareFold());
            var many = ParallelFold.Run(px, length, false, 0, new Folds.SquareFold());

            Assert.Equal(one, many);
        }
    }
}
