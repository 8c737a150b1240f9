using Seq2Seq.Tensors.Modules;
using static Seq2Seq.Tensors.torch;

namespace Seq2Seq.Tensors.Tests.Autograd;

/// <summary>The gradient of a table of which few rows were looked up is kept by rows; nobody may notice.</summary>
public sealed class RowGradientTests
{
    private const int Table = 101;

    // Columns that are whole runs of the fold's lanes, whole vectors, and neither.
    public static TheoryData<int, ScalarType> Columns => new()
    {
        { 64, ScalarType.Float32 }, { 192, ScalarType.Float32 }, { 48, ScalarType.Float32 }, { 7, ScalarType.Float32 }, { 1, ScalarType.Float32 },
        { 64, ScalarType.Float64 }, { 7, ScalarType.Float64 },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public void Rows_are_added_in_the_order_of_the_lookups(int columns, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var weight = Weight(columns, type);
        long[][] lookups = [[3, 100, 3, 5], [0, 3, 77], [5, 5]];
        var slopes = lookups.Select(rows => randn(rows.Length, columns, dtype: type)).ToArray();

        Loss(weight, lookups, slopes).backward();

        // The newest use comes first.
        var expected = zeros(Table, columns, dtype: type);
        foreach (var (rows, slope) in lookups.Zip(slopes).Reverse())
        {
            for (var i = 0; i < rows.Length; i++)
                expected[rows[i]] += slope[i];
        }

        Assert.Equal(Bits(expected), Bits(weight.grad!));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Its_norm_is_that_of_the_whole_table(int columns, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var weight = Weight(columns, type);
        long[][] lookups = [[3, 100, 3, 5, 50, 51]];
        Tensor[] slopes = [randn(6, columns, dtype: type)];
        Loss(weight, lookups, slopes).backward();

        var byRows = nn.utils.clip_grad_norm_([weight], 1e9);
        using var seen = weight.grad!;
        var whole = nn.utils.clip_grad_norm_([weight], 1e9);

        Assert.Equal(BitConverter.DoubleToInt64Bits(whole), BitConverter.DoubleToInt64Bits(byRows));
        Assert.InRange(byRows / slopes[0].index_add(0, tensor(new long[] { 2 }), slopes[0][0].unsqueeze(0), 1)[1..].norm().ToDouble(), 0.9999, 1.0001);
    }

    [Theory]
    [InlineData(101, 96, 10)]
    [InlineData(101, 48, 10)]
    [InlineData(50, 33, 10)]
    [InlineData(3000, 64, 300)]
    [InlineData(3001, 96, 300)]
    [InlineData(1777, 33, 300)]
    public void Whatever_rows_were_looked_up_the_norm_is_that_of_the_whole_table(int rows, int columns, int lookups)
    {
        var random = new Generator(8);
        for (var round = 0; round < 20; round++)
        {
            using var scope = NewDisposeScope();
            var weight = new Parameter(zeros(rows, columns));
            var looked = randint(rows, [lookups], generator: random).data<long>().ToArray();
            Loss(weight, [looked], [randn([lookups, columns], generator: random)]).backward();

            var byRows = nn.utils.clip_grad_norm_([weight], 1e9);
            using var seen = weight.grad!;

            Assert.Equal(nn.utils.clip_grad_norm_([weight], 1e9), byRows);
        }
    }

    [Fact]
    public void Padding_gets_nothing_and_no_lookup_at_all_gives_zeros()
    {
        using var scope = NewDisposeScope();
        var weight = Weight(64, ScalarType.Float32);
        nn.functional.embedding(tensor(new long[] { 4, 4 }), weight, padding_idx: 4).sum().backward();
        Assert.Equal(0, weight.grad!.abs().sum().ToDouble());

        weight.grad = null;
        nn.functional.embedding(tensor(new long[] { 4, 9 }), weight, padding_idx: 4).sum().backward();
        Assert.Equal(64, weight.grad!.sum().ToDouble());
        Assert.Equal(64, weight.grad![9].sum().ToDouble());
    }

    [Fact]
    public void A_table_that_is_also_multiplied_by_gets_both_gradients_in_either_order()
    {
        using var scope = NewDisposeScope();
        var (one, other) = (Weight(16, ScalarType.Float32), Weight(16, ScalarType.Float32));
        using (no_grad())
            other.copy_(one);
        var rows = tensor(new long[] { 1, 7, 1 });
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var first in new[] { true, false })
            {
                Tied(one, first, weight => nn.functional.embedding(rows, weight)).backward();
                Tied(other, first, weight => weight.index_select(0, rows)).backward();

                Assert.Equal(Bits(other.grad!), Bits(one.grad!));
            }
        }

        Tensor Tied(Tensor weight, bool lookupFirst, Func<Tensor, Tensor> look)
        {
            var x = lookupFirst ? look(weight) : ones(3, 16);
            var y = nn.functional.linear(x, weight);
            return lookupFirst ? y.square().sum() : y.square().sum() + look(weight).square().sum();
        }
    }

    [Fact]
    public void Passes_add_up_and_zero_grad_forgets_them()
    {
        using var scope = NewDisposeScope();
        var weight = Weight(64, ScalarType.Float32);
        using var optimizer = optim.SGD([weight], 0.1);
        Look(1, 2);
        Look(2, 3);
        Assert.Equal([64f, 128f, 64f], new[] { 1, 2, 3 }.Select(row => weight.grad![row].sum().item<float>()));

        optimizer.zero_grad();
        Look(5, 6);
        optimizer.zero_grad();
        Look(6, 6);
        Look(7, 6);
        optimizer.zero_grad();
        Assert.Equal(0, weight.grad!.abs().sum().ToDouble());

        Look(8, 9);
        Assert.Equal(128, weight.grad!.sum().ToDouble());

        void Look(long a, long b) => nn.functional.embedding(tensor(new[] { a, b }), weight).sum().backward();
    }

    [Fact]
    public void Autograd_grad_shows_the_whole_table_and_leaves_grad_alone()
    {
        using var scope = NewDisposeScope();
        var weight = Weight(64, ScalarType.Float32);
        nn.functional.embedding(tensor(new long[] { 1 }), weight).sum().backward();

        var given = autograd.grad([nn.functional.embedding(tensor(new long[] { 2 }), weight).sum()], [weight])[0];

        Assert.Equal([0f, 64f], new[] { given[1].sum().item<float>(), given[2].sum().item<float>() });
        Assert.Equal([64f, 0f], new[] { weight.grad![1].sum().item<float>(), weight.grad![2].sum().item<float>() });
    }

    private static Parameter Weight(int columns, ScalarType type)
    {
        return new Parameter(randn(Table, columns, dtype: type));
    }

    private static Tensor Loss(Tensor weight, long[][] lookups, Tensor[] slopes)
    {
        var terms = lookups.Zip(slopes, (rows, slope) => (nn.functional.embedding(tensor(rows), weight) * slope).sum());
        return terms.Aggregate((a, b) => a + b);
    }

    private static byte[] Bits(Tensor values) => values.dtype == ScalarType.Float64
        ? System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.data<double>().ToArray().AsSpan()).ToArray()
        : System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.data<float>().ToArray().AsSpan()).ToArray();
}
