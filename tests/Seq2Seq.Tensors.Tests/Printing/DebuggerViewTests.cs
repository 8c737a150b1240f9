using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Seq2Seq.Tensors.Tests.Printing;

/// <summary>What a debugger shows of a tensor: the attributes are followed here as a debugger follows them.</summary>
public sealed partial class DebuggerViewTests
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void The_line_tells_type_shape_and_first_values()
    {
        using var tensor = torch.arange(12).to(torch.float32).reshape(3, 4);

        Assert.Equal("[3x4], type = Float32, device = cpu, { 0, 1, 2, 3, 4, 5, 6, 7, ... }", Line(tensor));
    }

    [Fact]
    public void A_view_shows_its_own_values_and_a_disposed_tensor_says_so()
    {
        var tensor = torch.tensor(new[] { 1L, 2, 3, 4 }, 2, 2);
        using var column = tensor.t()[1];

        Assert.Equal("[2], type = Int64, device = cpu, { 2, 4 }", Line(column));
        tensor.Dispose();
        Assert.Equal("disposed", Line(tensor));
        Assert.Equal(true, Member(Proxy(tensor), "Disposed"));
    }

    [Fact]
    public void Opened_it_tells_which_operation_made_it_and_whether_it_gathers_a_gradient()
    {
        using var leaf = torch.tensor(new[] { 0.5, 2.0 }).requires_grad_();
        using var made = leaf.exp();

        Assert.Equal([2L], Assert.IsType<long[]>(Member(Proxy(leaf), "Shape")));
        Assert.Equal((torch.ScalarType.Float64, true, "(leaf)"), (Member(Proxy(leaf), "Type"), Member(Proxy(leaf), "RequiresGrad"), Member(Proxy(leaf), "MadeBy")));
        Assert.Equal("Exp", Member(Proxy(made), "MadeBy"));
        Assert.Equal(["{ 0.5, 2 }"], Assert.IsType<string[]>(Member(Proxy(leaf), "FirstValues")));
    }

    // The text of DebuggerDisplay with {Member,nq} replaced by the member's value.
    private static string Line(torch.Tensor tensor) =>
        Hole().Replace(typeof(torch.Tensor).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value, hole => Member(tensor, hole.Groups[1].Value)!.ToString()!);

    private static object Proxy(torch.Tensor tensor)
    {
        var name = typeof(torch.Tensor).GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName;
        return Activator.CreateInstance(Type.GetType(name)!, tensor)!;
    }

    private static object? Member(object from, string name) => from.GetType().GetProperty(name, Any)!.GetValue(from);

    [GeneratedRegex(@"\{(\w+)(?:,nq)?\}")]
    private static partial Regex Hole();
}
