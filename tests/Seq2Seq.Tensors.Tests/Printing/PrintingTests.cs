namespace Seq2Seq.Tensors.Tests.Printing;

/// <summary>The table of observed TorchSharp output, letter by letter.</summary>
public sealed class PrintingTests
{
    private static readonly Dictionary<string, torch.Tensor> s_tensors = new()
    {
        ["float"] = 1.5f,
        ["long"] = 3L,
        ["bool"] = true,
        ["vector"] = torch.tensor([1f, 2.5f, -3.25f]),
        ["powers"] = torch.tensor([1e-5f, 1f, 1e6f, 0.1f]),
        ["large"] = torch.tensor([99999f, 100000f, 123456f]),
        ["thirds"] = torch.tensor([1 / 3f, 100 / 3f]),
        ["special"] = torch.tensor([float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f]),
        ["longs"] = torch.tensor([1L, -20L, 300L]),
        ["bools"] = torch.tensor([true, false, true]),
        ["matrix"] = torch.arange(1, 7).to(torch.float32).reshape(2, 3),
        ["aligned"] = torch.tensor([-1f, 2f, 10.5f, -3.25f], 2, 2),
        ["masks"] = torch.tensor([true, false, false, true], 2, 2),
        ["cube"] = torch.arange(12).to(torch.float32).reshape(2, 2, 3),
        ["four"] = torch.arange(8).to(torch.float32).reshape(2, 2, 1, 2),
        ["empty"] = torch.zeros(0),
        ["emptyRows"] = torch.zeros(2, 0),
        ["emptyColumns"] = torch.zeros(0, 3),
        ["emptyCube"] = torch.zeros(2, 0, 3),
        ["seven"] = torch.arange(7),
        ["doubles"] = torch.tensor([0.5, 2.0]),
    };

    [Theory]
    [InlineData("float", "[], type = Float32, device = cpu, value = 1.5")]
    [InlineData("long", "[], type = Int64, device = cpu, value = 3")]
    [InlineData("bool", "[], type = Bool, device = cpu, value = True")]
    [InlineData("vector", "[3], type = Float32, device = cpu\n 1 2.5 -3.25\n")]
    [InlineData("powers", "[4], type = Float32, device = cpu\n 1e-05 1 1e+06 0.1\n")]
    [InlineData("large", "[3], type = Float32, device = cpu\n 99999 1e+05 1.2346e+05\n")]
    [InlineData("thirds", "[2], type = Float32, device = cpu\n 0.33333 33.333\n")]
    [InlineData("special", "[5], type = Float32, device = cpu\n NaN Infinity -Infinity 0 -0\n")]
    [InlineData("longs", "[3], type = Int64, device = cpu\n 1 -20 300\n")]
    [InlineData("bools", "[3], type = Bool, device = cpu\n True False True\n")]
    [InlineData("matrix", "[2x3], type = Float32, device = cpu\n 1 2 3\n 4 5 6\n")]
    [InlineData("aligned", "[2x2], type = Float32, device = cpu\n   -1     2\n 10.5 -3.25\n")]
    [InlineData("masks", "[2x2], type = Bool, device = cpu\n  True False\n False  True\n")]
    [InlineData("cube", "[2x2x3], type = Float32, device = cpu\n[0,..,..] =\n 0 1 2\n 3 4 5\n\n[1,..,..] =\n 6  7  8\n 9 10 11\n")]
    [InlineData("four", "[2x2x1x2], type = Float32, device = cpu\n[0,0,..,..] =\n 0 1\n\n[0,1,..,..] =\n 2 3\n\n[1,0,..,..] =\n 4 5\n\n[1,1,..,..] =\n 6 7\n")]
    [InlineData("empty", "[0], type = Float32, device = cpu\n\n")]
    [InlineData("emptyRows", "[2x0], type = Float32, device = cpu\n\n\n")]
    [InlineData("emptyColumns", "[0x3], type = Float32, device = cpu\n")]
    public void The_default_style_aligns_columns_and_titles_slices(string name, string expected)
    {
        Assert.Equal(expected, s_tensors[name].str());
        Assert.Equal(expected, s_tensors[name].jlstr());
        Assert.Equal(expected, s_tensors[name].ToString(true));
        Assert.Equal(expected, s_tensors[name].ToString(TensorStringStyle.Default));
    }

    [Theory]
    [InlineData("float", "1.5")]
    [InlineData("long", "3")]
    [InlineData("bool", "True")]
    [InlineData("vector", "[1, 2.5, -3.25]")]
    [InlineData("special", "[NaN, Infinity, -Infinity, 0, -0]")]
    [InlineData("bools", "[True, False, True]")]
    [InlineData("matrix", "[[1, 2, 3]\n [4, 5, 6]]")]
    [InlineData("masks", "[[True, False]\n [False, True]]")]
    [InlineData("cube", "[[[0, 1, 2]\n  [3, 4, 5]]\n\n [[6, 7, 8]\n  [9, 10, 11]]]")]
    [InlineData("four", "[[[[0, 1]]\n\n  [[2, 3]]]\n\n\n [[[4, 5]]\n\n  [[6, 7]]]]")]
    [InlineData("empty", "[]")]
    [InlineData("emptyRows", "[[]\n []]")]
    [InlineData("emptyColumns", "[]")]
    [InlineData("emptyCube", "[[]\n\n []]")]
    [InlineData("seven", "[0, 1, 2, ... 4, 5, 6]")]
    public void The_numpy_style_writes_brackets(string name, string expected) => Assert.Equal(expected, s_tensors[name].npstr());

    [Theory]
    [InlineData("float", "[], type = Float32, device = cpu, value = 1.5")]
    [InlineData("vector", "[3], type = Float32, device = cpu, value = float [] {1f, 2.5f, -3.25f}")]
    [InlineData("powers", "[4], type = Float32, device = cpu, value = float [] {1e-05f, 1f, 1e+06f, 0.1f}")]
    [InlineData("special", "[5], type = Float32, device = cpu, value = float [] {NaNf, Infinityf, -Infinityf, 0f, -0f}")]
    [InlineData("longs", "[3], type = Int64, device = cpu, value = long [] {1L, -20L, 300L}")]
    [InlineData("bools", "[3], type = Bool, device = cpu, value = bool [] {True, False, True}")]
    [InlineData("doubles", "[2], type = Float64, device = cpu, value = double [] {0.5, 2}")]
    [InlineData("matrix", "[2x3], type = Float32, device = cpu, value = \nfloat [,] {\n {1f, 2f, 3f},\n {4f, 5f, 6f}\n}")]
    [InlineData("cube", "[2x2x3], type = Float32, device = cpu, value = \nfloat [,,] {\n {{0f, 1f, 2f},\n  {3f, 4f, 5f}},\n {{6f, 7f, 8f},\n  {9f, 10f, 11f}}\n}")]
    [InlineData("empty", "[0], type = Float32, device = cpu, value = float [] {}")]
    public void The_csharp_style_writes_an_initializer(string name, string expected) => Assert.Equal(expected, s_tensors[name].cstr());

    [Fact]
    public void Plain_ToString_gives_shape_type_and_device_only()
    {
        Assert.Equal("[2x3], type = Float32, device = cpu", $"{s_tensors["matrix"]}");
        Assert.Equal("[], type = Float32, device = cpu", s_tensors["float"].ToString());
        Assert.Equal("[0x3], type = Float32, device = cpu", s_tensors["emptyColumns"].ToString(false));
    }

    [Fact]
    public void A_long_row_stops_before_the_width()
    {
        var line = torch.arange(2000).str().Split('\n')[1];
        var rows = torch.arange(200).reshape(2, 100).str().Split('\n');

        Assert.EndsWith(" 33 34 ...", line, StringComparison.Ordinal);
        Assert.Equal(24, rows[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        Assert.Equal(" 0.00 1.00 2.00 3.00 4.00 5.00 6.00 ...", torch.arange(20).to(torch.float32).str("F2", 40).Split('\n')[1]);
    }

    [Fact]
    public void The_debugger_shows_shape_type_and_first_values()
    {
        var proxy = new TensorDebugView(torch.tensor([1.5f, 2f]).requires_grad_());

        Assert.Equal("[3], type = Int64, device = cpu, { 1, -20, 300 }", s_tensors["longs"].DebugText);
        Assert.Equal([2L], proxy.Shape);
        Assert.True(proxy.RequiresGrad);
        Assert.Equal(["{ 1.5, 2 }"], proxy.FirstValues);
    }

    [Fact]
    public void Text_does_not_depend_on_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal("[1, 2.5, -3.25]", s_tensors["vector"].npstr());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
