namespace Seq2Seq.Tensors.Tests.Tensors;

public sealed class LongCopyTests
{
    // Long enough for all workers to share in the copy.
    [Fact]
    public void Pieces_of_a_large_tensor_are_joined_and_cut_element_by_element()
    {
        var (left, right) = (torch.arange(120_000).reshape(40, 3, 1000), torch.arange(80_000).reshape(40, 2, 1000));

        var joined = torch.cat([left, right], 1);
        var cut = joined.narrow(1, 3, 2).contiguous();

        Assert.Equal(right.data<long>().ToArray(), cut.data<long>().ToArray());
        Assert.Equal(left[17, 2, 999].item<long>(), joined[17, 2, 999].item<long>());
        Assert.Equal(right[39, 0, 1].item<long>(), joined[39, 3, 1].item<long>());
    }
}
