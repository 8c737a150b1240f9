namespace Seq2Seq.Tensors.Conformance;

/// <summary>Integer and range indices are views: what is written to them is written to the tensor.</summary>
public sealed class ViewTests
{
    [Fact]
    public void One_integer_is_a_view()
    {
        var t = torch.ones(3, 2);

        t[1].zero_();

        Assert.Equal([1, 1, 0, 0, 1, 1], Check.Values(t));
    }

    [Fact]
    public void Two_integers_are_a_view()
    {
        var t = torch.ones(2, 2);

        t[1, -1].fill_(5);

        Assert.Equal([1, 1, 1, 5], Check.Values(t));
    }

    [Fact]
    public void A_range_is_a_view()
    {
        var t = torch.ones(3, 2);

        t[1.., 0].zero_();

        Assert.Equal([1, 1, 0, 1, 0, 1], Check.Values(t));
    }

    [Fact]
    public void An_index_tensor_is_a_copy()
    {
        var t = torch.ones(3);

        t[torch.tensor([1L])].zero_();

        Assert.Equal([1, 1, 1], Check.Values(t));
    }

    [Fact]
    public void Assignment_writes_through_integers_ranges_and_masks()
    {
        var t = torch.zeros(2, 3);

        t[0] = torch.tensor(7f);
        t[1, 0] = torch.tensor(8f);
        t[1, 1..] = torch.tensor([1f, 2f]);
        t[t > 7] = torch.tensor(-1f);

        Assert.Equal([7, 7, 7, -1, 1, 2], Check.Values(t));
    }
}
