using Microsoft.CodeAnalysis.CSharp.Syntax;
using Seq2Seq.Host.Scripting.Compilation;

namespace Seq2Seq.Host.Tests.Scripting;

/// <summary>Cells that run straight through are compiled without debug information; a trace has its lines all the same.</summary>
public sealed class StraightCellTests
{
    [Theory]
    [InlineData("x = F(1) + 2;", true)]
    [InlineData("if (x > 0) Console.WriteLine(x); else x++;", true)]
    [InlineData("await Task.Delay(1);", true)]
    [InlineData("while (x > 0) x--;", false)]
    [InlineData("foreach (var n in list) Use(n);", false)]
    [InlineData("try { F(); } catch { }", false)]
    [InlineData("list.ForEach(n => Use(n));", false)]
    [InlineData("from n in list select n", false)]
    [InlineData("unsafe { int* p = null; }", false)]
    [InlineData("unsafe int* p = null;", false)]
    [InlineData("var y = F(1); int z;", true)]
    [InlineData("int F() => 1;", false)]
    [InlineData("class C { }", false)]
    [InlineData("Func<int> f = () => 1;", false)]
    public void What_runs_straight_through_is_told_from_the_text(string code, bool isStraight) =>
        Assert.Equal(isStraight, StraightCell.Is((CompilationUnitSyntax)SubmissionCompiler.Parse(code).GetRoot(TestContext.Current.CancellationToken)));

    [Theory]
    [InlineData("Console.WriteLine(1);\n\nif (DateTime.UtcNow.Year > 1)\n    throw new InvalidOperationException(\"here\");", 4)]
    [InlineData("await Task.Yield();\nConsole.WriteLine(int.Parse(\"x\"));", 2)]
    [InlineData("1 +\nint.Parse(\"x\")", 1)]
    public async Task A_trace_names_the_line(string code, int line)
    {
        using var session = new SessionFixture();
        await session.Run("1");

        var error = (await session.Run(code)).Error!;

        Assert.Equal($"In[2]: line {line}", error.Traceback[0]);
        Assert.Contains($"   at In[2]: line {line}", error.Traceback);
    }

    [Fact]
    public async Task A_hundred_of_them_get_lines_of_their_own()
    {
        using var session = new SessionFixture();
        for (var n = 1; n <= 70; n++)
        {
            var error = (await session.Run(new string('\n', n) + "throw new Exception();")).Error!;
            Assert.Equal($"In[{n}]: line {n + 1}", error.Traceback[0]);
        }
    }

    // In optimised code the runtime does not know the place of a range check.
    [Theory]
    [InlineData("var list = new int[2];\nlist[5] = 1;", 2)]
    [InlineData("var list = new int[2];\nfor (var n = 0; n < 5; n++)\n    list[n] = 1;", 3)]
    [InlineData("int At(int[] list, int n)\n{\n    return list[n];\n}\nAt(new int[2], 5)", 3)]
    public async Task An_index_out_of_range_has_its_line(string code, int line)
    {
        using var session = new SessionFixture();

        var error = (await session.Run(code)).Error!;

        Assert.Equal("IndexOutOfRangeException", error.Name);
        Assert.Equal($"In[1]: line {line}", error.Traceback[0]);
        Assert.DoesNotContain(error.Traceback, text => text.Contains("ThrowHelpers"));
    }

    [Fact]
    public async Task An_index_out_of_range_that_may_be_of_two_lines_names_its_cell()
    {
        using var session = new SessionFixture();

        var error = (await session.Run("var list = new int[2];\nfor (var n = 0; n < 5; n++)\n{\n    list[n] = 1;\n    list[n + 1] = 2;\n}")).Error!;

        Assert.Equal("In[1]", error.Traceback[0]);
        Assert.Equal("   at In[1]", error.Traceback[2]);
    }
}
