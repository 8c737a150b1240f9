using System.Runtime.InteropServices;

namespace Seq2Seq.Tensors.Tests.Tensors;

/// <summary>Every message says the operation, what came, what was expected and the remedy.</summary>
public sealed class MessageTests
{
    private static torch.Tensor A => torch.zeros(2, 3);

    public static TheoryData<string, string> Cases => [.. All.Select(c => new TheoryDataRow<string, string>(c.Name, c.Text))];

    private static IEnumerable<(string Name, Action Act, string Text)> All =>
    [
        ("add shapes", () => A.add(torch.zeros(4)), "add: (2, 3) and (4) do not broadcast: sizes 3 and 4 differ in dimension 1 and neither is 1"),
        ("add_ grows", () => torch.zeros(3).add_(A), "add_: the target (3) would have to grow to (2, 3); use the form without underscore"),
        ("add_ type", () => torch.zeros(3, dtype: torch.int64).add_(1.5), "add_: a result of type Float32 does not fit into a tensor of type Int64; use the form without underscore, or convert first"),
        ("add_ expanded", () => torch.zeros(1).expand(3).add_(1), "add_: several indices of the (3) target share one element of memory (it was expanded); clone() it first"),
        ("sub bool", () => torch.tensor(true).sub(torch.tensor(true)), "sub: not defined on Bool tensors; use logical_not or logical_xor, or convert with to_type(int64)"),
        ("div zero", () => torch.tensor(1L).div(torch.tensor(0L), RoundingMode.floor), "div: integer division by zero; divide floating-point tensors, or mask zeros first"),
        ("pow integer", () => torch.tensor(2L).pow(-1), "pow: an integer tensor to a negative integer power is not an integer; convert it with to_type(float32) first"),
        ("matmul inner", () => A.matmul(torch.zeros(4, 5)), "matmul: (2, 3) x (4, 5): inner sizes 3 and 4 differ"),
        ("matmul types", () => A.matmul(torch.zeros(3, 2, dtype: torch.float64)), "matmul: element types Float32 and Float64 differ; convert one with to_type"),
        ("matmul number", () => A.matmul(torch.tensor(1f)), "matmul: (2, 3) x (): both need at least 1 dimension; use mul for numbers"),
        ("mm rank", () => A.mm(torch.zeros(3)), "mm: the second matrix must have 2 dimensions, got (3)"),
        ("mm inner", () => A.mm(A), "mm: (2, 3) x (2, 3): inner sizes 3 and 2 differ"),
        ("bmm batch", () => torch.zeros(2, 3, 4).bmm(torch.zeros(3, 4, 5)), "bmm: (2, 3, 4) x (3, 4, 5): batch sizes differ"),
        ("linear", () => torch.nn.functional.linear(torch.zeros(2, 4), torch.zeros(2, 3)), "linear: an input (2, 4) has 4 features, the weight (2, 3) takes 3; the last dimension of the input must be that"),
        ("linear bias", () => torch.nn.functional.linear(A, torch.zeros(2, 3), torch.zeros(3)), "linear: the bias must be (2), got (3)"),
        ("view", () => A.t().view(6), "view: (3, 2) with strides (1, 3) cannot be seen as (6) without copying; use reshape"),
        ("view count", () => A.view(4), "view: (4) does not hold 6 elements; sizes must multiply to that"),
        ("reshape two", () => A.reshape(-1, -1), "reshape: (-1, -1) has -1 twice; only one size can be inferred"),
        ("reshape any", () => torch.zeros(0, 3).reshape(-1, 0), "reshape: the -1 in (-1, 0) can be any size because there are no elements; name it"),
        ("reshape negative", () => A.reshape(-2, 3), "reshape: size -2 in (-2, 3) is negative; sizes start at 0"),
        ("zeros negative", () => torch.zeros(-1), "new tensor: size -1 in (-1) is negative; sizes start at 0"),
        ("dimension", () => A.transpose(0, 3), "transpose: dimension 3 is out of range; expected -2 to 1"),
        ("twice", () => A.permute(0, 0), "permute: dimension 0 is named twice; name each once"),
        ("permute", () => A.permute(0), "permute: (0) does not name each dimension of (2, 3) once"),
        ("t", () => torch.zeros(1, 2, 3).t(), "t: the tensor must have at most 2 dimensions, got (1, 2, 3)"),
        ("expand", () => torch.zeros(2, 2).expand(2, 3), "expand: (2, 2) does not stretch to (2, 3): size 2 is neither 1 nor 3"),
        ("select", () => _ = A[5], "select: index 5 is out of range for dimension 0 of (2, 3), which has 2 elements"),
        ("indices", () => _ = A[0, 1, 2], "index: 3 indices for a tensor (2, 3); give at most one per dimension"),
        ("index tensor", () => _ = A[torch.tensor([0L, 2L])], "index: index 2 is out of range for dimension 0 of (2, 3), which has 2 elements"),
        ("index float", () => _ = A[torch.tensor([0f])], "index: an index tensor must be Int64, Int32 or Bool, got Float32; convert it with to_type"),
        ("mask", () => _ = A[torch.tensor([true, false, true])], "index: the mask (3) at index 0 does not match the tensor (2, 3); it must have the sizes of the dimensions it selects"),
        ("step", () => _ = A[torch.TensorIndex.Slice(step: -1)], "index: step -1 must be greater than zero; use flip to go backwards"),
        ("put shape", () => A.index_put_(torch.zeros(4), torch.TensorIndex.Tensor(torch.tensor([0L, 1L]))), "index_put_: (2, 3) and (4) do not broadcast: sizes 3 and 4 differ in dimension 1 and neither is 1"),
        ("narrow", () => torch.zeros(10).narrow(0, 8, 5), "narrow: start 8 and length 5 do not lie within dimension 0 of (10)"),
        ("split", () => torch.zeros(5).split(new long[] { 2, 2 }), "split: sizes (2, 2) do not add up to dimension 0 of (5)"),
        ("cat sizes", () => torch.cat([A, torch.zeros(2, 4)]), "cat: tensor 1 (2, 4) must have the sizes of the first, (2, 3), except in dimension 0"),
        ("cat ranks", () => torch.cat([A, torch.zeros(2)]), "cat: tensor 1 (2) must have as many dimensions as the first, (2, 3)"),
        ("cat number", () => torch.cat([torch.tensor(1f)]), "cat: a tensor without dimensions cannot be joined; use stack"),
        ("stack", () => torch.stack([A, torch.zeros(2, 4)]), "stack: tensors must be equal in size, but tensor 0 is (2, 3) and tensor 1 is (2, 4)"),
        ("stack none", () => torch.stack([]), "stack: the list of tensors is empty; give at least one"),
        ("gather", () => A.gather(1, torch.tensor([4L, 0L], 2, 1)), "gather: index 4 is out of range for dimension 1 of (2, 3), which has 3 elements"),
        ("gather rank", () => A.gather(1, torch.tensor([0L])), "gather: the index (1) must have as many dimensions as the tensor (2, 3)"),
        ("gather type", () => A.gather(1, torch.zeros(2, 1)), "gather: the index must be Int64, got Float32; convert it with to_type"),
        ("gather larger", () => A.gather(1, torch.zeros(3, 2, dtype: torch.int64)), "gather: the index (3, 2) is larger than (2, 3) in dimension 0; only dimension 1 may be"),
        ("index_select", () => A.index_select(0, torch.tensor([-1L])), "index_select: index -1 is out of range for dimension 0 of (2, 3), which has 2 elements"),
        ("scatter type", () => A.scatter(1, torch.zeros(2, 1, dtype: torch.int64), torch.zeros(2, 1, dtype: torch.float64)), "scatter: element types Float32 and Float64 differ; convert one with to_type"),
        ("masked_fill", () => A.masked_fill(A, 1), "masked_fill: the mask must be Bool, got Float32; convert it with to_type"),
        ("mean", () => torch.tensor([1L]).mean(), "mean: expected a floating-point tensor, got Int64; convert it with to_type(float32)"),
        ("softmax", () => torch.tensor([1L]).softmax(0), "softmax: expected a floating-point tensor, got Int64; convert it with to_type(float32)"),
        ("max", () => torch.zeros(0).max(), "max: (0) has nothing to choose from; check numel() first"),
        ("argmax", () => torch.zeros(2, 0).argmax(1), "argmax: (2, 0) has nothing to choose from; check numel() first"),
        ("topk", () => torch.zeros(3).topk(4), "topk: 4 elements cannot be chosen from the 3 of dimension 0 of (3)"),
        ("arange", () => torch.arange(0, 5, -1), "arange: step -1 does not lead from 0 to 5; it must not be zero and must point from the first to the second"),
        ("randint", () => torch.randint(5, 5, [2]), "randint: from 5 to 5 holds no integer; the first must be less than the second"),
        ("uniform_", () => torch.zeros(2).uniform_(1, 0), "uniform_: from 1 to 0 is no range; the first must not be greater"),
        ("normal_", () => torch.zeros(2).normal_(0, -1), "normal_: the standard deviation is -1; it must not be negative"),
        ("bernoulli_", () => torch.zeros(2).bernoulli_(1.5), "bernoulli_: probability 1.5 must be between 0 and 1"),
        ("multinomial", () => torch.tensor([1f, 0f]).multinomial(2), "multinomial: row 0 has no weight above zero left to draw from; give more, or draw fewer samples"),
        ("multinomial many", () => torch.ones(2).multinomial(3), "multinomial: 3 samples cannot be drawn from 2 without replacement; ask for fewer, or pass replacement: true"),
        ("one_hot", () => torch.nn.functional.one_hot(torch.tensor([3L]), 3), "one_hot: index 3 does not fit into 3 classes; give at least 4"),
        ("one_hot negative", () => torch.nn.functional.one_hot(torch.tensor([-1L])), "one_hot: index -1 is negative; indices start at 0"),
        ("einsum count", () => torch.einsum("ij,jk->ik", A), "einsum: 'ij,jk->ik' names 2 tensors, 1 were given"),
        ("einsum sizes", () => torch.einsum("ij,jk->ik", A, A), "einsum: 'ij,jk->ik': dimension 'j' has sizes 3 and 2"),
        ("einsum letter", () => torch.einsum("ij->k", A), "einsum: 'ij->k' has 'k' on the right, where each letter must occur once and come from the left"),
        ("conv1d", () => torch.nn.functional.conv1d(torch.zeros(1, 2, 2), torch.zeros(1, 2, 3)), "conv1d: a kernel of 1 x 3 does not fit an input of 1 x 2; pad the input, or use a smaller kernel"),
        ("conv2d", () => torch.nn.functional.conv2d(torch.zeros(1, 2, 4, 4), torch.zeros(1, 3, 2, 2)), "conv2d: the weight (1, 3, 2, 2) expects 3 input channels, the input has 2"),
        ("backward shape", () => (A.requires_grad_() * 2).backward(), "backward: the tensor is (2, 3), not a scalar; sum() or mean() it, or pass its gradient in grad_tensors"),
        ("backward none", () => A.sum().backward(), "backward: the tensor does not require grad and no recorded operation made it; set requires_grad on a parameter before computing, and not under no_grad()"),
        ("backward twice", Twice, "backward: Exp has already given its saved tensors back; pass retain_graph: true to the first backward, or compute the loss again"),
        ("modified", Modified, "Exp: a Float32 tensor (2) it saved for the backward pass was changed in place 1 time(s) since; use forms without underscore, or clone() before changing it"),
        ("leaf", () => A.requires_grad_().add_(1), "add_: a leaf that requires grad cannot be changed in place while recording; do it under no_grad()"),
        ("leaf view", () => A.requires_grad_()[0].add_(1), "add_: a view of a leaf that requires grad cannot be changed in place while recording; do it under no_grad()"),
        ("integer grad", () => torch.tensor(1L).requires_grad_(), "requires_grad: Int64 tensors have no gradients; only Float32 and Float64 do"),
        ("unused", () => torch.autograd.grad([A.requires_grad_().sum()], [A.requires_grad_()]), "autograd.grad: input 0 had no part in the outputs; pass allow_unused: true if that is intended"),
        ("scalar", () => _ = (float)A, "a Tensor with 6 elements cannot be converted to Scalar; index it, or sum() or mean() it first"),
        ("threads", () => torch.set_num_threads(0), "set_num_threads: 0 threads cannot compute; ask for at least 1"),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mistake_is_explained(string name, string text)
    {
        var act = All.Single(c => c.Name == name).Act;

        var error = Assert.ThrowsAny<Exception>(act);

        Assert.Equal(text, error.Message);
        Assert.True(error is ExternalException or DivideByZeroException, error.GetType().Name);
    }

    [Fact]
    public void Argument_mistakes_keep_the_types_of_TorchSharp()
    {
        Assert.Equal(
            "Double is not compatible with Float32: ask for the tensor's own type, or convert it with to_type(Double) first".Replace("Double", "Float64", StringComparison.Ordinal),
            Assert.Throws<ArgumentException>(() => torch.tensor(1f).item<double>()).Message);
        Assert.Equal(
            "Number of elements in the tensor must be 1, got (2, 3); index it, or sum() or mean() it first",
            Assert.Throws<ArgumentException>(() => A.item<float>()).Message);
        Assert.Equal(
            "mismatched total size creating a tensor from an array: 3 elements do not fill (2, 2)",
            Assert.Throws<ArgumentException>(() => torch.tensor([1f, 2f, 3f], 2, 2)).Message);
        Assert.Equal(
            "The condition to 'where' must be a boolean tensor, got Float32; compare it, or convert it with to_type(@bool)",
            Assert.Throws<ArgumentException>(() => torch.where(A, A, A)).Message);
        Assert.Equal(
            "device CUDA: this engine computes on the processor only; build with -p:Engine=TorchSharp to use a graphics processor",
            Assert.Throws<InvalidOperationException>(() => A.to("cuda:0")).Message);
        Assert.Equal("device 'foo': not known; use \"cpu\"", Assert.Throws<ArgumentException>(() => torch.device("foo")).Message);
        Assert.Equal(
            "data: index (2, 0) is out of range for (2, 3); give one index per dimension, or one counted in row-major order",
            Assert.Throws<IndexOutOfRangeException>(() => A.data<float>()[2, 0]).Message);
        Assert.Equal(
            "create_graph: this engine has no derivatives of derivatives; leave create_graph out, or build with -p:Engine=TorchSharp",
            Assert.Throws<NotSupportedException>(() => A.requires_grad_().sum().backward(create_graph: true)).Message);
        var (x, y) = (A.requires_grad_(), torch.zeros(2, 3));
        foreach (var second in new Action[]
        {
            () => torch.autograd.backward([x.sum()], create_graph: true),
            () => torch.autograd.grad([x.sum()], [x], retain_graph: true, create_graph: true),
        })
        {
            Assert.Equal(
                "create_graph: this engine has no derivatives of derivatives; leave create_graph out, or build with -p:Engine=TorchSharp",
                Assert.Throws<NotSupportedException>(second).Message);
        }

        Assert.Equal(
            "masked_select: the mask must be Bool, got Float32; convert it with to_type",
            Assert.Throws<ArgumentException>(() => y.masked_select(y)).Message);
        Assert.Equal(
            "index_add: the index must be Int64, got Int32; convert it with to_type",
            Assert.Throws<ArgumentException>(() => y.index_add(0, torch.tensor([0, 1]), y, 1)).Message);
        Assert.Equal(
            "index_copy: the index must be Int64, got Int32; convert it with to_type",
            Assert.Throws<ArgumentException>(() => y.index_copy(0, torch.tensor([0, 1]), y)).Message);
        Assert.Equal(
            "index_fill: the index must be Int64, got Int32; convert it with to_type",
            Assert.Throws<ArgumentException>(() => y.index_fill(0, torch.tensor([0, 1]), 1)).Message);
        Assert.Equal(
            "slice: step 0 must be greater than zero; use flip to go backwards",
            Assert.Throws<ArgumentException>(() => y.slice(0, 0, 2, 0)).Message);
        Assert.Equal(
            "diagonal: two different dimensions of a tensor (2, 3) are needed; got 1 and 1",
            Assert.Throws<ArgumentException>(() => y.diagonal(0, 1, 1)).Message);
        Assert.Equal(
            "unflatten: dimension -1 must be counted from the front, as TorchSharp has it",
            Assert.Throws<ArgumentException>(() => y.unflatten(-1, 3, 1)).Message);
    }

    [Fact]
    public void A_disposed_tensor_says_so_whatever_is_asked_of_it()
    {
        const string text = "Tensor invalid -- empty handle. It was disposed, by hand or by a DisposeScope; keep it with MoveToOuterDisposeScope() or DetachFromDisposeScope()";
        var t = A;
        t.Dispose();
        t.Dispose();

        foreach (var use in new Action[] { () => _ = t.shape, () => t.sum(), () => t.ToString(), () => t.add_(1), () => _ = t.grad, () => A.add(t), () => t.item<float>() })
            Assert.Equal(text, Assert.Throws<InvalidOperationException>(use).Message);
        Assert.True(t.IsInvalid);
    }

    private static void Twice()
    {
        var loss = A.requires_grad_().exp().sum();
        loss.backward();
        loss.backward();
    }

    private static void Modified()
    {
        var y = torch.zeros(2).requires_grad_().exp();
        var loss = y.sum();
        y.detach().add_(1);
        loss.backward();
    }
}
