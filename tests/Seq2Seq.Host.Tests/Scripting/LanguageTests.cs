namespace Seq2Seq.Host.Tests.Scripting;

public sealed class LanguageTests : IDisposable
{
    private readonly SessionFixture session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_trailing_expression_is_the_value_and_a_statement_has_none()
    {
        Assert.Equal("42", await session.Value("6 * 7"));
        Assert.Null(await session.Value("var a = 6 * 7;"));
        Assert.Null(await session.Value("Console.WriteLine(a)"));
        Assert.Equal("<null>", await session.Value("(string)null"));
        Assert.Equal("5", await session.Value("await Task.FromResult(5)"));
        Assert.Null(await session.Value("await Task.Delay(1)"));
        Assert.Equal("7", await session.Value("return 7;"));
    }

    [Fact]
    public async Task Usings_of_one_cell_hold_for_the_next()
    {
        await session.Value("using System.IO;");
        await session.Value("// nothing but a comment");
        await session.Value("using static System.Math;\nusing Text = System.Text.StringBuilder;");

        Assert.Equal("2 3", await session.Value("Sqrt(4) + \" \" + new Text(\"abc\").Length"));
        Assert.Equal("False", await session.Value("File.Exists(\"no such file\")"));
        Assert.Equal("(1,7): error CS0246: The type or namespace name 'Nowhere' could not be found (are you missing a using directive or an assembly reference?)",
            (await session.Run("using Nowhere;")).Error!.Value);
    }

    [Fact]
    public async Task Names_may_be_declared_again_with_another_type()
    {
        await session.Value("int Twice(int n) => n * 2; var a = 20;");
        Assert.Equal("41", await session.Value("Twice(a) + 1"));
        await session.Value("int Twice(int n) => n * 20;");
        Assert.Equal("401", await session.Value("Twice(a) + 1"));
        await session.Value("var a = \"now text\";");
        Assert.Equal("8", await session.Value("a.Length"));
    }

    [Fact]
    public async Task Variables_assigned_before_a_throw_survive()
    {
        await session.Run("var outer = 11;\nvar partial = 22;\nthrow new Exception(\"stop\");");

        Assert.Equal("33", await session.Value("outer + partial"));
    }

    [Fact]
    public async Task An_exception_names_cell_and_line()
    {
        await session.Run("int Deep(int zero)\n{\n    return 1 / zero;\n}");

        var error = (await session.Run("var before = 1;\nDeep(0)")).Error!;

        Assert.Equal("DivideByZeroException", error.Name);
        Assert.Equal("Attempted to divide by zero.", error.Value);
        Assert.Equal(
            ["In[1]: line 3", "DivideByZeroException: Attempted to divide by zero.", "   at Deep(int zero) in In[1]: line 3", "   at In[2]: line 2"],
            error.Traceback);
    }

    [Fact]
    public async Task A_compiler_error_names_cell_line_and_column_and_shows_the_place()
    {
        var error = (await session.Run("var fine = 1;\nint x = = 3;")).Error!;

        Assert.Equal("CompilationError", error.Name);
        Assert.Equal("(2,9): error CS1525: Invalid expression term '='", error.Value);
        Assert.Equal(
            ["In[1]: line 2, column 9: error CS1525: Invalid expression term '='", "    int x = = 3;", "            ^"],
            error.Traceback);
    }

    [Fact]
    public async Task An_error_of_the_compiler_is_said_once()
    {
        var error = (await session.Run("string.Join((1, 2), \"a\");\nint.Parse(0.5);")).Error!;

        Assert.Equal(2, error.Traceback.Count(line => line.Contains("error CS")));
    }

    [Fact]
    public async Task Prints_and_displays_keep_their_order()
    {
        var shown = await session.Run("Console.WriteLine(\"A\");\ndisplay(\"B\");\nConsole.Write(\"C\");\nConsole.Error.Write(\"D\");\n\"E\".Display();\n\"F\"");

        Assert.Equal(["A\n", "B", "C", "D", "E", "F"], shown.Outputs.Select(output => output switch
        {
            Host.Scripting.StreamOutput stream => stream.Text,
            Host.Scripting.DisplayOutput display => display.Data["text/plain"],
            _ => "?",
        }));
    }

    [Fact]
    public async Task An_updated_display_names_the_first_one()
    {
        var first = (await session.Run("var shown = display(\"first\");\nshown.Update(\"second\");")).Outputs.OfType<Host.Scripting.DisplayOutput>().ToArray();
        var later = (await session.Run("shown.Update(\"third\")")).Outputs.OfType<Host.Scripting.DisplayOutput>().Single();

        Assert.Equal([false, true], first.Select(output => output.IsUpdate));
        Assert.All(first.Append(later), output => Assert.Equal(first[0].Id, output.Id));
        Assert.Equal("third", later.Data["text/plain"]);
    }

    public static TheoryData<string, string> Lessons => new()
    {
        { "record Point(int X, int Y);\nnew Point(3, 4) with { Y = 5 }", "Point { X = 3, Y = 5 }" },
        { "class Box<T> where T : struct { public T Value; public override string ToString() => $\"[{Value}]\"; }\nnew Box<int> { Value = 3 }", "[3]" },
        { "enum Colour { Red, Green }\nColour.Green", "Green" },
        { "interface IShape { double Area { get; } }\nrecord struct Square(double Side) : IShape { public double Area => Side * Side; }\nIShape s = new Square(3);\ns.Area", "9" },
        { "string Size(object o) => o switch { null => \"none\", int n when n > 9 => \"big\", int => \"small\", string { Length: > 3 } s => s, int[] and [_, ..] => \"list\", _ => \"?\" };\nstring.Join(\",\", Size(null), Size(12), Size(1), Size(new[] { 1 }), Size(\"long text\"), Size('c'))", "none,big,small,list,long text,?" },
        { "int[] xs = [3, 1, 2];\nxs is [var first, .., var last] ? (first, last) : default", "(3, 2)" },
        { "from n in Enumerable.Range(1, 10) where n % 2 == 0 group n by n % 3 into g orderby g.Key select (g.Key, g.Sum())", "[ (0, 6), (1, 14), (2, 10) ]" },
        { "async IAsyncEnumerable<int> Count(int n) { for (var i = 0; i < n; i++) { await Task.Delay(1); yield return i; } }\nvar total = 0;\nawait foreach (var n in Count(5)) total += n;\ntotal", "10" },
        { "IEnumerable<int> Fib() { var (a, b) = (0, 1); while (true) { yield return a; (a, b) = (b, a + b); } }\nFib().Take(8)", "[ 0, 1, 1, 2, 3, 5, 8, 13 ]" },
        { "static int Doubled(this int n) => n * 2;\n21.Doubled()", "42" },
        { "delegate int Op(int a, int b);\nOp add = (a, b) => a + b;\nadd(2, 3)", "5" },
        { "Func<int, Func<int, int>> plus = a => b => a + b;\nplus(2)(3)", "5" },
        { "int Fact(int n) => n <= 1 ? 1 : n * Fact(n - 1);\nFact(10)", "3628800" },
        { "var d = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2 };\nd", "{ a: 1, b: 2 }" },
        { "new { Name = \"Ada\", Age = 36 }", "{ Name = Ada, Age = 36 }" },
        { "Enumerable.Range(0, 30).Where(n => n >= 0)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, ... (more...) ]" },
        { "new int[30]", "[ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ... (10 more) ]" },
        { "new[,] { { 1, 2 }, { 3, 4 } }", "[ [ 1, 2 ],\n  [ 3, 4 ] ]" },
        { "$\"\"\"\n  {1 + 1} \"quoted\"\n  \"\"\"", "2 \"quoted\"" },
        { "1234.5.ToString(\"N2\")", "1,234.50" },
        { "unsafe int First(int[] xs) { fixed (int* p = xs) return *p; }\nFirst(new[] { 7, 8 })", "7" },
        { "int x = 5;\nvoid Inc(ref int r) => r++;\nInc(ref x);\nx", "6" },
        { "try { int.Parse(\"x\"); } catch (FormatException e) when (e.Message.Length > 0) { \"caught\".Display(); } finally { }\n1", "1" },
        { "using (var s = new System.IO.StringWriter()) { s.Write(\"in\"); Console.Write(s); }\n2", "2" },
        { "typeof(Dictionary<string, List<int>>)", "Dictionary<string, List<int>>" },
        { "new DateTime(2024, 2, 29)", "2024-02-29 00:00:00Z" },
        { "abstract class Animal { public abstract string Say(); }\nclass Dog : Animal { public override string Say() => \"Woof\"; }\nstring.Concat(new List<Animal> { new Dog() }.Select(a => a.Say()))", "Woof" },
        { "class P { public string Name { get; init; } = \"x\"; public int Age { get; set; } }\nnew P { Name = \"y\" }", "P { Name = y, Age = 0 }" },
        { "var t = Task.Run(() => 5);\nt.Wait();\nt", "Task<int> (RanToCompletion): 5" },
        { "var (q, r2) = Math.DivRem(17, 5);\n$\"{q} {r2}\"", "3 2" },
        { "goto end;\nend: Console.Write(\"\");\n3", "3" },
        { "class Lazy2 { public int this[int i] => i * i; public static Lazy2 operator +(Lazy2 a, int b) => a; public static implicit operator int(Lazy2 l) => 9; }\nint nine = new Lazy2() + 1;\nnine + new Lazy2()[3]", "18" },
        { "event Action Rang;\nvar rings = 0;\nRang += () => rings++;\nRang();\nrings", "1" },
        { "dynamic v = \"abc\";\nv.Length", "3" },
        { "new System.Numerics.BigInteger(2) * 3", "6" },
        { "System.Text.Json.JsonSerializer.Serialize(new { a = 1 })", "{\"a\":1}" },
    };

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_lesson_runs(string code, string expected) => Assert.Equal(expected, await session.Value(code));
}
