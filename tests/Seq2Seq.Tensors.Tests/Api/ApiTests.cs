using System.Reflection;

namespace Seq2Seq.Tensors.Tests.Api;

/// <summary>
/// Whatever compiles against the engine compiles against TorchSharp and means the same there: every public member is held
/// against TorchSharp's signatures.
/// </summary>
public sealed class ApiTests
{
    private static readonly ApiList s_measured = ApiList.Of("torchsharp-api.txt");

    private static readonly ApiList s_theirs = ApiList.Of("torchsharp-api.txt", "torchsharp-seen.txt", "torchsharp-believed.txt");

    private static readonly ApiList s_oursAlone = ApiList.Of("ours-alone.txt");

    private static readonly ApiList s_leftOut = ApiList.Of("left-out.txt");

    [Fact]
    public void Every_public_member_is_one_of_TorchSharps_or_listed_as_ours_alone()
    {
        var strangers = Ours()
            .Where(our => !s_theirs.Under(our.Heading).Any(our.Member.IsServedBy))
            .Where(our => !s_oursAlone.Under(our.Heading).Any(alone => alone.Text == our.Member.Text))
            .Select(our => $"{our.Heading}: {our.Member}");

        Assert.Equal([], [.. strangers]);
    }

    [Fact]
    public void Nothing_is_listed_as_ours_alone_that_TorchSharp_has_or_that_is_gone()
    {
        var ours = Ours().ToLookup(our => our.Heading, our => our.Member);

        var stale = s_oursAlone.Headings.SelectMany(heading => s_oursAlone.Under(heading)
            .Where(alone => !ours[heading].Any(our => our.Text == alone.Text) || s_theirs.Under(heading).Any(alone.IsServedBy))
            .Select(alone => $"{heading}: {alone}"));

        Assert.Equal([], [.. stale]);
    }

    [Fact]
    public void Every_measured_signature_is_here_or_left_out_with_a_reason()
    {
        var ours = Ours().ToLookup(our => our.Heading, our => our.Member);

        var missing = s_measured.Headings.SelectMany(heading => s_measured.Under(heading)
            .Where(their => !ours[heading].Any(our => our.IsServedBy(their)))
            .Where(their => !s_leftOut.Under(heading).Any(left => left.Text == their.Text))
            .Select(their => $"{heading}: {their}"));
        var stale = s_leftOut.Headings.SelectMany(heading => s_leftOut.Under(heading)
            .Where(left => ours[heading].Any(our => our.IsServedBy(left)) || !s_measured.Under(heading).Any(their => their.Text == left.Text))
            .Select(left => $"{heading}: {left}"));

        Assert.Equal([], [.. missing]);
        Assert.Equal([], [.. stale]);
    }

    [Fact]
    public void What_can_be_overridden_here_can_be_overridden_there()
    {
        var closed = Ours()
            .Where(our => our.Info is MethodInfo { IsVirtual: true, IsFinal: false } && !our.Info.DeclaringType!.IsSealed)
            .Where(our => s_measured.Under(our.Heading).Any(our.Member.IsServedBy))
            .Where(our => !s_measured.Under(our.Heading).Any(their => our.Member.IsServedBy(their) && their.MayOverride))
            .Select(our => $"{our.Heading}: {our.Member}");

        Assert.Equal([], [.. closed]);
    }

    [Theory]
    [InlineData("Tensor sum(long dim)", "Tensor sum(long dim, bool keepdim = false)", true)]
    [InlineData("Tensor sum(long dim, bool keepdim = false)", "Tensor sum(long dim)", false)]
    [InlineData("Tensor sum(long dim)", "Tensor sum(long dim, bool keepdim)", false)]
    [InlineData("Tensor sum(long dim)", "Tensor sum(int dim)", false)]
    [InlineData("Tensor sum(long dim)", "Tensor sum(long axis)", false)]
    [InlineData("Tensor sum(long dim)", "static Tensor sum(long dim)", false)]
    [InlineData("Tensor diagonal(long dim1 = 1)", "Tensor diagonal(long dim1 = 0)", false)]
    [InlineData("Tensor diagonal(long dim1)", "Tensor diagonal(long dim1 = 0)", true)]
    [InlineData("(Tensor, Tensor) max(long dim)", "(Tensor, Tensor) max(long dim, bool keepdim = false)", true)]
    [InlineData("Tensor pad((long, long) pad)", "Tensor pad((long, long, long, long) pad)", false)]
    [InlineData("static Device CPU { get; }", "public static Device CPU;", true)]
    [InlineData("double p { get; set; }", "double p { get; }", false)]
    [InlineData("double p { get; }", "double p { get; set; }", true)]
    [InlineData("T Item[int index] { get; }", "T Item[int index] { get; set; }", true)]
    public void The_comparison_sees_what_it_should(string ours, string theirs, bool isServed) =>
        Assert.Equal(isServed, ApiMember.Parse(ours).IsServedBy(ApiMember.Parse(theirs)));

    private static IEnumerable<(string Heading, ApiMember Member, MemberInfo Info)> Ours() =>
        from type in PublicApi.Types()
        from member in PublicApi.Members(type)
        select (PublicApi.Heading(type), ApiMember.Parse(Signature.Of(member)), member);
}
