namespace Seq2Seq.Exercises.Notebooks.N09;

internal sealed class StableCrossEntropy : Exercise<Func<double[], int, double>>
{
    public StableCrossEntropy() : base(
        "09.1",
        "Cross-entropy that does not overflow",
        "-ln softmax(z)[target] = ln(sum of e^z) - z[target]. A constant added to all logits changes nothing, so you may choose one.",
        "Subtract the largest logit m first: loss = m + ln(sum of e^(z - m)) - z[target]. Now the largest exponent is 0.")
    {
        Stub((_, _) => throw new NotImplementedException());
        Solution((logits, target) =>
        {
            var largest = logits.Max();
            return largest + Math.Log(logits.Sum(z => Math.Exp(z - largest))) - logits[target];
        });
        Mistake(
            "Right for small logits, but e^1000 is infinite in a double. Subtract the largest logit before you exponentiate.",
            (logits, target) => -Math.Log(Math.Exp(logits[target]) / logits.Sum(Math.Exp)));
        Mistake(
            "Right for small logits, but e^1000 is infinite in a double. Subtract the largest logit before you exponentiate.",
            (logits, target) => Math.Log(logits.Sum(Math.Exp)) - logits[target]);
        Mistake(
            "That is the log-probability, which is never above 0. The loss is its negative.",
            (logits, target) => logits[target] - logits.Max() - Math.Log(logits.Sum(z => Math.Exp(z - logits.Max()))));
        Mistake(
            "You subtracted the largest logit inside the sum, but not from z[target].",
            (logits, target) => Math.Log(logits.Sum(z => Math.Exp(z - logits.Max()))) - logits[target]);
        Mistake(
            "That is in bits, with a logarithm of base 2. A loss in nats takes the natural logarithm.",
            (logits, target) => (logits.Max() + Math.Log(logits.Sum(z => Math.Exp(z - logits.Max()))) - logits[target]) / Math.Log(2));
        Case(loss => loss([1, 2, 0.5], 1));
        Case(loss => loss([1000, 999, -1000], 0));
        Case(loss => loss([-1000, -1001], 1));
    }
}
