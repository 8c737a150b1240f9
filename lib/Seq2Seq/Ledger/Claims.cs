namespace Seq2Seq.Ledger;

/// <summary>The claims that the course puts on trial, as the literature and the forums repeat them.</summary>
public static class Claims
{
    /// <summary>Every claim by its number. The wording is the common one, not ours.</summary>
    public static IReadOnlyDictionary<int, string> All { get; } = new SortedDictionary<int, string>
    {
        [1] = "A fixed-length vector holds all the information of the input.",
        [2] = "LSTM suffers more from vanishing gradients than GRU, and a GRU has only one gate.",
        [3] = "LSTM removes the vanishing gradient; ReLU or batch norm would cure it in a recurrent net.",
        [4] = "Attention needs only the previous decoder state and the previous encoder output.",
        [5] = "Attention is what fixes long sentences.",
        [6] = "Encoder and decoder are trained in two phases.",
        [7] = "A larger hidden size is better.",
        [8] = "Batch normalisation stabilises a recurrent net's training.",
        [9] = "Padding and truncation only cost time.",
        [10] = "Beam search always improves on greedy; a wider beam is better.",
        [11] = "GRU is faster than LSTM at equal quality.",
        [12] = "BLEU tells which of two translations is better.",
        [13] = "Transformers are better than recurrent nets on any data size.",
        [14] = "Reversing the source helps.",
        [15] = "More data beats a better model.",
        [16] = "Label smoothing makes a model better calibrated.",
        [17] = "What the summed loss is divided by is a matter of taste: the learning rate makes up for it.",
        [18] = "On skewed classes, class weights or resampling make a better classifier.",
    };
}
