namespace Benchmarks.Workloads;

/// <summary>One batch: source (B, S), its lengths (B), decoder input and target (B, T).</summary>
internal sealed record TokenBatch(torch.Tensor Source, torch.Tensor Lengths, torch.Tensor Input, torch.Tensor Target, int TargetTokens)
{
    /// <summary>The batches of a workload by the rules in workloads.json.</summary>
    public static TokenBatch[] Make(Workload workload, int count)
    {
        var random = new SplitMix64(WorkloadFile.Seed);
        var batch = workload.Int("batch");
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (sourceLength, targetLength) = (workload.Int("src_len"), workload.Int("tgt_len"));
            var source = Rows(batch, () => Row(random, sourceLength, workload.Int("src_vocab"), []));
            var target = Rows(batch, () => Row(random, targetLength, workload.Int("tgt_vocab"), [WorkloadFile.Bos]));
            var output = target.Select(row => row[1..]).ToArray();
            return new TokenBatch(
                Matrix(source),
                torch.tensor(source.Select(row => row.LongCount(id => id != WorkloadFile.Pad)).ToArray()),
                Matrix(target.Select(row => row[..^1]).ToArray()),
                Matrix(output),
                output.Sum(row => row.Count(id => id != WorkloadFile.Pad)));
        })];
    }

    private static long[][] Rows(int count, Func<long[]> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private static torch.Tensor Matrix(long[][] rows) => torch.tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length]);

    private static long[] Row(SplitMix64 random, int length, int vocabulary, long[] before)
    {
        var n = length / 2 + random.Below(length - length / 2 + 1);
        var first = WorkloadFile.Tokens.GetProperty("first_content").GetInt32();
        var row = new List<long>(before);
        for (var i = 0; i < n - 1; i++)
            row.Add(first + random.Below(vocabulary - first));
        row.Add(WorkloadFile.Eos);
        while (row.Count < length + before.Length)
            row.Add(WorkloadFile.Pad);
        return [.. row];
    }
}
