using System.Reflection;

namespace Seq2Seq.Tensors.Tests.Ops;

[CollectionDefinition(nameof(GradientTests), DisableParallelization = true)]
[Collection(nameof(GradientTests))]
public sealed class GradientTests
{
    private static readonly GradientCase[] s_cases = [.. Find()];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, s_cases.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Backward_agrees_with_central_differences(int number) => GradientCheck.Run(s_cases[number], strided: false);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Backward_agrees_with_central_differences_through_strided_views(int number) =>
        GradientCheck.Run(s_cases[number], strided: true);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Single_precision_takes_the_same_way(int number) => GradientCheck.RunSingle(s_cases[number]);

    [Fact]
    public void Every_op_class_is_met_by_a_gradient_check()
    {
        var all = typeof(torch).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Op)) && !t.IsAbstract).Select(t => t.Name[..^2]);

        var met = s_cases.SelectMany(GradientCheck.Recorded).ToHashSet();

        Assert.Equal([], [.. all.Where(name => !met.Contains(name))]);
    }

    [Fact]
    public void Every_public_function_that_gives_a_tensor_is_checked_or_listed_as_having_no_gradient()
    {
        var checkedNames = s_cases.Select(c => c.Name.Split(' ')[0]).ToHashSet();

        Assert.Equal([], [.. Functions().Where(name => !checkedNames.Contains(name) && !NoGradient.Names.Contains(name)).Order()]);
    }

    [Fact]
    public void Nothing_is_listed_as_having_no_gradient_that_does_not_exist()
    {
        var all = new[] { typeof(torch.Tensor), typeof(torch), typeof(torch.nn.functional) }
            .SelectMany(t => t.GetMethods()).Select(m => m.Name).ToHashSet();

        Assert.Equal([], [.. NoGradient.Names.Where(name => !all.Contains(name))]);
    }

    /// <summary>The names of all public functions that give a tensor.</summary>
    internal static IEnumerable<string> Functions() =>
        new[] { typeof(torch.Tensor), typeof(torch), typeof(torch.nn.functional) }
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => GivesTensor(m.ReturnType) && !m.IsSpecialName)
            .Select(m => m.Name)
            .Distinct();

    private static bool GivesTensor(Type type) =>
        type == typeof(torch.Tensor) || type == typeof(torch.Tensor[])
        || (type.IsGenericType && type.Name.StartsWith("ValueTuple", StringComparison.Ordinal) && type.GetGenericArguments().Contains(typeof(torch.Tensor)));

    private static IEnumerable<GradientCase> Find() =>
        typeof(GradientTests).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IGradientCases)) && !t.IsAbstract)
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .SelectMany(t => ((IGradientCases)Activator.CreateInstance(t)!).Cases);
}
