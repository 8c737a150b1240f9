using Seq2Seq.Host.Scripting.Compilation;
using Seq2Seq.Host.Scripting.References;

namespace Seq2Seq.Host.Tests.Scripting;

/// <summary>A line that computes with numbers and text is evaluated, not compiled; nobody can tell the difference.</summary>
public sealed class PlainCellTests : IDisposable
{
    private const string Variables = """
        int x = 7; long big = 1L << 40; double half = 0.5; float third = 1f / 3; byte small = 250; char letter = 'q'; bool yes = true; decimal money = 1.10m;
        string name = "Ada", nothing = null; object any = 3; DayOfWeek day = DayOfWeek.Friday; int? maybe = 5; int[] list = { 1, 2 }; uint u = 4_000_000_000; dynamic late = 1;
        """;

    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("x + 1")]
    [InlineData("x * big - x % 4")]
    [InlineData("-x + +x")]
    [InlineData("~x & 6 | x ^ 3")]
    [InlineData("x << 33")]
    [InlineData("big >> 3")]
    [InlineData("x / 2")]
    [InlineData("x / 2.0")]
    [InlineData("int.MaxValue + x")]
    [InlineData("half * third")]
    [InlineData("third + 1")]
    [InlineData("small + small")]
    [InlineData("(byte)(small + small)")]
    [InlineData("(int)(half * 1e12)")]
    [InlineData("(char)(letter + 1)")]
    [InlineData("letter + 1")]
    [InlineData("u + x")]
    [InlineData("-u")]
    [InlineData("(int)u")]
    [InlineData("money * 2")]
    [InlineData("money / 3m")]
    [InlineData("x > 3 && half < 1")]
    [InlineData("yes ^ (x == 7)")]
    [InlineData("!yes || x != 7")]
    [InlineData("name == \"Ada\"")]
    [InlineData("name + x")]
    [InlineData("name + letter + 1.5 + nothing + yes")]
    [InlineData("1 + x + name")]
    [InlineData("$\"{name} is {x}\"")]
    [InlineData("$\"{{{x,5}}} {half:P1} {x:D3}|{name,-6}|{nothing}|{yes}|{letter}|{money:C}\"")]
    [InlineData("$\"{x + 1:N2}\" + name")]
    [InlineData("x = 5")]
    [InlineData("half = x")]
    [InlineData("any = x")]
    [InlineData("day")]
    [InlineData("day + 1")]
    [InlineData("maybe + 1")]
    [InlineData("list[0] + 1")]
    [InlineData("$\"{day} {any} {list.Length}\"")]
    [InlineData("any + name")]
    [InlineData("late + 1")]
    [InlineData("x.ToString() + name.Length")]
    [InlineData("checked(x + 1)")]
    [InlineData("x > 0 ? name : nothing")]
    [InlineData("1 / 3.0f + half")]
    [InlineData("half / 0")]
    public async Task Its_value_is_that_of_the_compiled_cell(string code)
    {
        using var other = new SessionFixture();
        await session.Run(Variables);
        await other.Run(Variables);

        var compiled = await other.Run($"object It() => {code};\nreturn It();");

        Assert.Null(compiled.Error);
        Assert.Equal(compiled.Result, await session.Value(code));
        Assert.Equal(await other.Value($"({code}).GetType().FullName"), await session.Value($"({code}).GetType().FullName"));
        Assert.Equal(await other.Value("(x, half, any).ToString()"), await session.Value("(x, half, any).ToString()"));
    }

    [Theory]
    [InlineData("Console.WriteLine(\"hi\");")]
    [InlineData("Console.WriteLine(\"hi\")")]
    [InlineData("Console.Write(x);")]
    [InlineData("Console.WriteLine($\"{name}: {x * 2}\");")]
    [InlineData("Console.WriteLine(letter);")]
    [InlineData("Console.WriteLine(x > 1);")]
    [InlineData("Console.WriteLine(money);")]
    [InlineData("Console.WriteLine(half / 3);")]
    [InlineData("Console.WriteLine(nothing);")]
    [InlineData("Console.WriteLine();")]
    [InlineData("Console.WriteLine(\"{0} {1}\", x, name);")]
    [InlineData("Console.WriteLine(any);")]
    [InlineData("Console.Error.WriteLine(x);")]
    [InlineData("x = x + 1;")]
    [InlineData("x += 2;")]
    [InlineData("name = name + \"!\";")]
    public async Task It_prints_and_sets_what_the_compiled_cell_does(string code)
    {
        using var other = new SessionFixture();
        await session.Run(Variables);
        await other.Run(Variables);

        var (evaluated, compiled) = (await session.Run(code), await other.Run($"{{ {code.TrimEnd(';')}; }}"));

        Assert.Equal((compiled.Stdout, compiled.Stderr, null), (evaluated.Stdout, evaluated.Stderr, evaluated.Result));
        Assert.Equal(await other.Value("name + x"), await session.Value("name + x"));
    }

    [Theory]
    [InlineData("x / (x - 7)", "DivideByZeroException", "In[2]: line 1")]
    [InlineData("\n\nx % (x - 7)", "DivideByZeroException", "In[2]: line 3")]
    [InlineData("money * 7e28m * 9", "OverflowException", "In[2]: line 1")]
    [InlineData("Console.WriteLine($\"{x:Z}\");", "FormatException", "In[2]: line 1")]
    [InlineData("x = 1 / (x - 7)", "DivideByZeroException", "In[2]: line 1")]
    public async Task What_it_throws_has_its_line_and_has_changed_nothing(string code, string name, string place)
    {
        await session.Run(Variables.ReplaceLineEndings(" "));

        var error = (await session.Run(code)).Error!;

        Assert.Equal((name, place), (error.Name, error.Traceback[0]));
        Assert.Equal("7", await session.Value("x"));
    }

    [Theory]
    [InlineData("x + unheard", "CS0103")]
    [InlineData("x + 1;", "CS0201")]
    [InlineData("x = \"a\"", "CS0029")]
    [InlineData("small = 300", "CS0031")]
    [InlineData("x + (1 / 0)", "CS0020")]
    [InlineData("Console.WriteLine(x, )", "CS1525")]
    public async Task What_does_not_compile_says_so(string code, string number)
    {
        await session.Run(Variables);

        Assert.Contains(number, (await session.Run(code)).Error!.Value);
    }

    [Theory]
    [InlineData("x + 1", true)]
    [InlineData("x = 5;", true)]
    [InlineData("x = x * 2", true)]
    [InlineData("$\"{x} {half:N2}\"", true)]
    [InlineData("name + x", true)]
    [InlineData("Console.WriteLine(\"hi\");", true)]
    [InlineData("Console.WriteLine($\"{name} {x}\");", true)]
    [InlineData("x > 3 && yes", true)]
    [InlineData("any + name", false)]
    [InlineData("$\"{any}\"", false)]
    [InlineData("$\"{day}\"", false)]
    [InlineData("late + 1", false)]
    [InlineData("name.Length", false)]
    [InlineData("Console.WriteLine(any);", false)]
    [InlineData("System.Console.Out.WriteLine(x);", false)]
    [InlineData("x++", false)]
    [InlineData("F(x)", false)]
    public async Task It_is_told_by_what_it_means(string code, bool isPlain)
    {
        using var assemblies = new SessionAssemblies();
        var compiler = new SubmissionCompiler(assemblies, Path.GetTempPath());
        var chain = new SubmissionChain(new CellLoadContext(assemblies));
        var variables = compiler.Compile(SubmissionCompiler.Parse(Variables + "int F(int n) => n;"));
        var (image, symbols) = SubmissionCompiler.Emit(variables, true, CancellationToken.None)!.Value;
        await chain.Load(variables, image, symbols, keep: true, CancellationToken.None)();
        compiler.Accept(variables);

        Assert.Equal(isPlain, PlainCell.Of(compiler.Compile(SubmissionCompiler.Parse(code)), chain, CancellationToken.None) is not null);
    }
}
