using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Tensors;

/// <summary>What TorchSharp was seen to give, for t = 0..23 as (4, 6) and v = 0..9.</summary>
public sealed class IndexingTests
{
    private readonly Tensor _t = arange(24).reshape(4, 6);
    private readonly Tensor _v = arange(10);

    [Fact]
    public void Numbers_and_ranges_are_those_of_Python()
    {
        Shape([6], _t[0]);
        Values([18, 19, 20, 21, 22, 23], _t[-1]);
        Values([18, 19, 20, 21, 22, 23], _t[^1]);
        Values([8], _t[1, 2]);
        Shape([2, 6], _t[1..3]);
        Shape([3, 6], _t[..^1, ..]);
        Values([1, 7, 13, 19], _t[.., 1]);
        Values([7, 8], _v[^3..^1]);
        Values([2, 3, 4, 5, 6, 7, 8, 9], _v[2..100]);
        Shape([0], _v[5..2]);
        Shape([0], _v[20..30]);
        Shape([10], _v[..^0]);
    }

    [Fact]
    public void Tuples_and_slices_take_steps_and_open_ends()
    {
        Values([1, 2], _v[(1, 3)]);
        Values([0, 1, 2], _v[(null, 3)]);
        Values([8, 9], _v[(-2, null)]);
        Values([1, 4, 7], _v[TensorIndex.Slice(1, 8, 3)]);
        Values([0, 2, 4, 6, 8], _v[TensorIndex.Slice(step: 2)]);
        Values([7, 8, 9], _v[TensorIndex.Slice(-3)]);
        Values([0, 1, 2, 3, 4, 5, 6, 7], _v[TensorIndex.Slice(null, -2)]);
    }

    [Fact]
    public void None_Ellipsis_Colon_and_truth_values_work()
    {
        var f = zeros(2, 3, 4);

        Shape([1, 10], _v[TensorIndex.None]);
        Shape([2, 1, 1, 4], f[TensorIndex.Colon, TensorIndex.None, 1..2]);
        Shape([2, 3], f[TensorIndex.Ellipsis, 0]);
        Shape([1], tensor(1f)[TensorIndex.None]);
        Shape([], tensor(1f)[TensorIndex.Ellipsis]);
        Shape([1, 10], _v[TensorIndex.Bool(true)]);
        Shape([0, 10], _v[TensorIndex.Bool(false)]);
    }

    [Fact]
    public void Index_tensors_and_masks_copy()
    {
        var index = tensor([0L, -1L]);

        Values([0, 9], _v[index]);
        Values([0, 23], _t[index, index]);
        Values([0, 5, 6, 11, 12, 17, 18, 23], _t[TensorIndex.Colon, TensorIndex.Tensor(index)]);
        Shape([2, 2, 6], _t[tensor([0L, 1L, 2L, 3L], 2, 2)]);
        Values([7, 8, 9], _v[_v > 6]);
        Values([22, 23], _t[_t > 21]);
        Shape([2, 6], _t[tensor([true, false, true, false])]);
        Values([0, 9], _v[tensor([0, -1])]);
    }

    [Fact]
    public void Numbers_and_ranges_give_views()
    {
        _t[0].fill_(-1);
        _t[1..3, 0].fill_(-2);
        _t[TensorIndex.Ellipsis, 5].add_(100);

        Assert.Equal([-1L, -1, -1, -1, -1, 99, -2, 7, 8, 9, 10, 111, -2, 13, 14, 15, 16, 117, 18, 19, 20, 21, 22, 123], _t.data<long>().ToArray());
    }

    [Fact]
    public void Assignment_broadcasts_converts_and_writes_through()
    {
        _t[0] = tensor(-1L);
        _t[0, 1] = 99;
        _t[1..3, 0] = tensor([50L, 51L]);
        _t[tensor([3L])] = tensor([9L, 8, 7, 6, 5, 4]);
        _v[_v > 6] = 0;
        _v[0] = tensor(1.9f);

        Assert.Equal([-1L, 99, -1, -1, -1, -1, 50, 7, 8, 9, 10, 11, 51, 13, 14, 15, 16, 17, 9, 8, 7, 6, 5, 4], _t.data<long>().ToArray());
        Assert.Equal([1L, 1, 2, 3, 4, 5, 6, 0, 0, 0], _v.data<long>().ToArray());
    }

    [Fact]
    public void Mask_assignment_takes_values_in_order()
    {
        _v[_v > 6] = tensor([70L, 80L, 90L]);

        Values([70, 80, 90], _v[7..]);
    }

    [Fact]
    public void Of_values_put_twice_the_last_wins_or_all_are_added()
    {
        var index = tensor([0L, 0L, 2L]);

        Assert.Equal([2L, 0, 4], zeros(3, dtype: int64).index_put_(tensor([1L, 2, 4]), index).data<long>().ToArray());
        Assert.Equal([3L, 0, 4], zeros(3, dtype: int64).index_put_(tensor([1L, 2, 4]), [index], accumulate: true).data<long>().ToArray());
    }

    [Fact]
    public void Views_share_memory_and_copies_do_not()
    {
        Tensor[] views =
        [
            _t.view(24), _t.reshape(-1), _t.flatten(), _t.contiguous(), _t.t(), _t.T, _t.mT, _t.transpose(0, 1), _t.swapaxes(0, 1),
            _t.permute(1, 0), _t.narrow(0, 0, 2), _t.select(0, 0), _t.squeeze(), _t.unsqueeze(0), _t.chunk(2)[0], _t.split(2)[0],
            _t.unbind()[0], _t.expand(2, 4, 6), _t.diagonal(), _t.unfold(0, 2, 1), _t.detach(), _t.alias(), _t.to(int64), _t.type(int64), _t.@long(), _t.cpu(),
        ];
        Tensor[] copies =
        [
            _t.clone(), _t.to(int64, copy: true), _t.t().reshape(-1), _t.diag(), _t.index_select(0, tensor([0L])), _t.flip(1), _t.tril(),
            _t.triu(), _t.repeat(1, 1), _t[tensor([0L])], _t.masked_select(_t >= 0),
        ];

        _t[0, 0] = -5;

        Assert.All(views, v => Assert.Equal(-5L, v.flatten()[0].item<long>()));
        Assert.All(copies, c => Assert.DoesNotContain(-5L, c.data<long>().ToArray()));
    }

    [Fact]
    public void Data_reads_and_writes_in_logical_order()
    {
        var data = _t.t().data<long>();

        data[1, 2] = 77;

        Assert.Equal(77L, _t[2, 1].item<long>());
        Assert.Equal(24, data.Count);
        Assert.Equal([0L, 6, 12, 18, 1, 7], data.Take(6));
        Assert.Equal(77L, ((long[,])data.ToNDArray())[1, 2]);
        Assert.True(_v.data<long>() == arange(10).data<long>());
        Assert.Empty(zeros(2, 0).data<float>().ToArray());
    }

    [Fact]
    public void Arrays_are_copied_by_tensor_and_shared_by_from_array()
    {
        var array = new[,] { { 1f, 2f }, { 3f, 4f } };
        var (copy, shared) = (tensor(array), from_array(array));

        array[1, 0] = 30;
        shared[0, 1] = 20f;

        Assert.Equal([1f, 2f, 3f, 4f], copy.data<float>().ToArray());
        Assert.Equal([1f, 20f, 30f, 4f], shared.data<float>().ToArray());
        Assert.Equal(20f, array[0, 1]);
    }

    [Fact]
    public void Large_transposed_copies_put_every_element_in_its_place()
    {
        foreach (var type in new[] { float32, float64, int16, uint8 })
        {
            var x = arange(3 * 41 * 70).remainder(251).to(type).reshape(3, 41, 70);
            foreach (var order in new long[][] { [0, 2, 1], [2, 1, 0], [2, 0, 1], [1, 0, 2], [1, 2, 0] })
            {
                var view = x.permute(order);
                var copy = view.contiguous();

                Assert.True(copy.is_contiguous());
                Assert.True(copy.eq(view).all().item<bool>());
                Assert.Equal(view[5 % (int)view.size(0), 7 % (int)view.size(1), 2].to(float64).item<double>(), copy[5 % (int)view.size(0), 7 % (int)view.size(1), 2].to(float64).item<double>());
            }
        }
    }

    private static void Shape(long[] expected, Tensor actual) => Assert.Equal(expected, actual.shape);

    private static void Values(long[] expected, Tensor actual) => Assert.Equal(expected, actual.data<long>().ToArray());
}
