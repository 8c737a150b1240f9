namespace Seq2Seq.Tensors.Tests.Tensors;

public sealed class PromotionTests
{
    private static torch.Tensor Of(string type) => type switch
    {
        "f32" => torch.ones(2),
        "f64" => torch.ones(2, dtype: torch.float64),
        "i64" => torch.ones(2, dtype: torch.int64),
        "i32" => torch.ones(2, dtype: torch.int32),
        "b" => torch.ones(2, dtype: torch.@bool),
        "f32 0-d" => torch.tensor(1f),
        "f64 0-d" => torch.tensor(1.0),
        "i64 0-d" => torch.tensor(1L),
        _ => throw new ArgumentOutOfRangeException(type),
    };

    [Theory]
    [InlineData("i64", "f32", torch.ScalarType.Float32)]
    [InlineData("f32", "f64", torch.ScalarType.Float64)]
    [InlineData("f32", "f64 0-d", torch.ScalarType.Float32)]
    [InlineData("i64", "f32 0-d", torch.ScalarType.Float32)]
    [InlineData("i64", "f64 0-d", torch.ScalarType.Float64)]
    [InlineData("b", "b", torch.ScalarType.Bool)]
    [InlineData("b", "i64", torch.ScalarType.Int64)]
    [InlineData("b", "f32", torch.ScalarType.Float32)]
    [InlineData("i32", "i64", torch.ScalarType.Int64)]
    [InlineData("i32", "i64 0-d", torch.ScalarType.Int32)]
    public void Mixed_types_give_what_PyTorch_gives(string a, string b, torch.ScalarType expected)
    {
        Assert.Equal(expected, Of(a).mul(Of(b)).dtype);
        Assert.Equal(expected, Of(b).mul(Of(a)).dtype);
    }

    [Fact]
    public void Plain_numbers_only_raise_the_kind()
    {
        Assert.Equal(torch.int64, (Of("b") + 1).dtype);
        Assert.Equal(torch.float32, (Of("i64") * 2.0).dtype);
        Assert.Equal(torch.float32, (2.0 * Of("i64")).dtype);
        Assert.Equal(torch.int32, (Of("i32") * 2L).dtype);
        Assert.Equal(torch.float64, (Of("f64") * 2f).dtype);
        Assert.Equal(torch.float32, (Of("i64") / Of("i64")).dtype);
        Assert.Equal(torch.float32, (7 / Of("i64")).dtype);
    }

    [Fact]
    public void Divisions_round_as_asked()
    {
        var x = torch.tensor([-7L, 7L]);

        Assert.Equal([-4L, 3L], x.div(2, RoundingMode.floor).data<long>().ToArray());
        Assert.Equal([-3L, 3L], x.div(2, RoundingMode.trunc).data<long>().ToArray());
        Assert.Equal([2L, 1L], (x % 3).data<long>().ToArray());
        Assert.Equal([-3.5f, 3.5f], (x / 2).data<float>().ToArray());
    }

    [Fact]
    public void Conversions_follow_libtorch()
    {
        var x = torch.tensor([1.9, -1.9, 1e20, double.NaN]);

        Assert.Equal([1L, -1L, long.MinValue, long.MinValue], x.to(torch.int64).data<long>().ToArray());
        Assert.Equal([true, false, true], torch.tensor([double.NaN, -0.0, 3]).to(torch.@bool).data<bool>().ToArray());
        Assert.Equal([1L, -1L], torch.tensor([1.9f, -1.9f], dtype: torch.int64).data<long>().ToArray());
    }

    [Fact]
    public void Factories_choose_the_types_that_TorchSharp_chooses()
    {
        Assert.Equal(torch.int32, torch.tensor(1).dtype);
        Assert.Equal(torch.int32, torch.tensor(new[] { 1, 2 }).dtype);
        Assert.Equal(torch.int32, ((torch.Tensor)3).dtype);
        Assert.Equal(torch.float64, torch.tensor(1.0).dtype);
        Assert.Equal(torch.int64, torch.full(2, 3).dtype);
        Assert.Equal(torch.float32, torch.full(2, 3.0).dtype);
        Assert.Equal(torch.int64, torch.full(2, true).dtype);
        Assert.Equal(torch.int64, torch.arange(3).dtype);
        Assert.Equal(torch.float32, torch.arange(3.0).dtype);
        Assert.Equal(torch.float32, torch.eye(2).dtype);
        Assert.Equal([2L], torch.full(2, 3).shape);
        Assert.Equal([2L, 3L], torch.full(2, 3, 1.5).shape);
    }

    [Fact]
    public void Reductions_of_integers_and_truth_values_count_in_Int64()
    {
        Assert.Equal(torch.int64, Of("b").sum().dtype);
        Assert.Equal(torch.int64, Of("i32").cumsum(0).dtype);
        Assert.Equal(torch.float32, Of("i64").mean([0], type: torch.float32).dtype);
        Assert.Equal(torch.int32, Of("i32").max().dtype);
        Assert.Equal(torch.@bool, Of("f32").any().dtype);
        Assert.Equal(torch.float32, torch.tensor([1L, 2L]).clamp(0.5, 2.5).dtype);
        Assert.Equal([0f, 2f, 2f, -0f], torch.tensor([0.5f, 1.5f, 2.5f, -0.5f]).round().data<float>().ToArray());
    }

    [Fact]
    public void A_sum_over_dimension_zero_is_a_sum_over_dimension_zero()
    {
        var t = torch.tensor([1.5f, 2f, 300f, 4f], 2, 2);

        Assert.Equal([301.5f, 6f], t.sum(0).data<float>().ToArray());
        Assert.Equal([450f, 8f], t.prod(0).data<float>().ToArray());
    }
}
