namespace Seq2Seq.Exercises.Notebooks.N04;

internal sealed class NegativeSampling : Exercise<Func<Tensor, Tensor, Tensor, Tensor>>
{
    public NegativeSampling() : base(
        "04.4",
        "The loss of negative sampling",
        "One binary question for the true neighbour (yes) and one for each drawn token (no). A no has probability 1 − σ(s) = σ(−s).",
        "−log σ(v·u) − Σ_k log σ(−v·n_k) for each row of the batch, then the mean. nn.functional.logsigmoid is the stable form.")
    {
        Stub((_, _, _) => throw new NotImplementedException());
        Solution((centre, neighbour, noise) =>
        {
            var yes = (centre * neighbour).sum(dim: 1);                      // (B)
            var no = noise.bmm(centre.unsqueeze(2)).squeeze(2);              // (B, K)
            return -(nn.functional.logsigmoid(yes) + nn.functional.logsigmoid(-no).sum(dim: 1)).mean();
        });
        Mistake(
            "The drawn tokens are told to be neighbours too: their score needs a minus inside the sigmoid. So trained, all vectors grow alike.",
            (centre, neighbour, noise) => Loss(centre, neighbour, noise, sign: 1, isMean: false));
        Mistake(
            "You averaged over the drawn tokens. In the formula they are summed; a mean makes K questions weigh as much as one.",
            (centre, neighbour, noise) => Loss(centre, neighbour, noise, sign: -1, isMean: true));
        Mistake(
            "There is no answer to the drawn tokens in your loss. Without them the best is to make every product huge, for any two words.",
            (centre, neighbour, _) => -nn.functional.logsigmoid((centre * neighbour).sum(dim: 1)).mean());
        Mistake(
            "You summed over the batch. Take the mean, so that the learning rate does not depend on the batch size.",
            (centre, neighbour, noise) => Loss(centre, neighbour, noise, sign: -1, isMean: false) * centre.size(0));
        Case(loss => loss(N10.AdditiveScores.Numbers(1, 2, 3), N10.AdditiveScores.Numbers(2, 2, 3), N10.AdditiveScores.Numbers(3, 2, 4, 3)));
        Case(loss => loss(N10.AdditiveScores.Numbers(4, 3, 2) * 3, N10.AdditiveScores.Numbers(5, 3, 2), N10.AdditiveScores.Numbers(6, 3, 2, 2)));
    }

    private static Tensor Loss(Tensor centre, Tensor neighbour, Tensor noise, double sign, bool isMean)
    {
        var answers = nn.functional.logsigmoid(noise.bmm(centre.unsqueeze(2)).squeeze(2) * sign);
        return -(nn.functional.logsigmoid((centre * neighbour).sum(dim: 1)) + (isMean ? answers.mean([1]) : answers.sum(dim: 1))).mean();
    }
}
