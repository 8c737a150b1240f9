using Seq2Seq.Exercises.Notebooks.N10;

namespace Seq2Seq.Exercises.Notebooks.N07;

/// <summary>The gradient by which a linear probe learns, without autograd.</summary>
internal sealed class ProbeGradient : Exercise<Func<Tensor, Tensor, long[], Tensor>>
{
    public ProbeGradient() : base(
        "07.4",
        "How a probe learns",
        "The gradient of the cross-entropy with respect to the logits is: the probabilities, minus 1 at the right class. The mean over N examples divides by N.",
        "p = softmax(x W) is (N, V). Subtract the one-hot rows, multiply xᵀ (H, N) with the result, divide by N.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((x, W, labels) =>
        {
            var right = nn.functional.one_hot(tensor(labels), W.size(1)).to_type(ScalarType.Float32);
            return x.t().matmul(x.matmul(W).softmax(-1) - right) / labels.Length;
        });
        Mistake(
            "The sign is turned round: you would climb. It is probability minus one-hot.",
            (x, W, labels) => x.t().matmul(OneHot(labels, W) - x.matmul(W).softmax(-1)) / labels.Length);
        Mistake(
            "That is the gradient of the sum of the losses. The mean divides by the number of examples.",
            (x, W, labels) => x.t().matmul(x.matmul(W).softmax(-1) - OneHot(labels, W)));
        Mistake(
            "You subtracted the one-hot rows from the logits. It is the probabilities that count: take the softmax first.",
            (x, W, labels) => x.t().matmul(x.matmul(W) - OneHot(labels, W)) / labels.Length);
        Mistake(
            "That is the gradient with respect to the logits. The chain rule goes on: the logits are x W.",
            (x, W, labels) => (x.matmul(W).softmax(-1) - OneHot(labels, W)) / labels.Length);
        Case(gradient => gradient(AdditiveScores.Numbers(3, 4, 3), AdditiveScores.Numbers(6, 3, 5), new long[] { 0, 4, 2, 2 }));
        Case(gradient => gradient(AdditiveScores.Numbers(8, 2, 2), AdditiveScores.Numbers(1, 2, 3), new long[] { 1, 0 }));
    }

    private static Tensor OneHot(long[] labels, Tensor W) =>
        nn.functional.one_hot(tensor(labels), W.size(1)).to_type(ScalarType.Float32);
}
