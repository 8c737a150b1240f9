using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Benchmarks.Yardsticks;

/// <summary>docs/yardsticks.md, made of the lines of a results file and nothing else.</summary>
internal static class YardstickPage
{
    public static void Write(string results)
    {
        var lines = File.ReadLines(results).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!.AsObject()).ToArray();
        var page = Render(lines, Path.GetFileName(results));
        File.WriteAllText(Path.Combine(Repository(), "docs", "yardsticks.md"), page);
    }

    internal static string Render(JsonObject[] lines, string file)
    {
        var page = new StringBuilder("# Yardsticks\n\n");
        Line(page, $"Written by `dotnet run -c Release --project tests/Benchmarks -- yardstick report docs/{file}`; do not edit. ");
        page.Append("The lines of that file come from the same command with `reversal`, `addition3`, `addition2`, `real` and `time`.\n\n");
        Line(page, $"Machine: {lines[^1]["processor"]}, {lines[^1]["processors"]} processors; {lines[^1]["runtime"]}.\n\n");
        Published(page, [.. lines.Where(line => Text(line, "yardstick") is "reversal" or "addition2" or "addition3")]);
        Real(page, Of(lines, "real"));
        Time(page, Of(lines, "time"));
        return page.ToString();
    }

    private static void Published(StringBuilder page, JsonObject[] lines)
    {
        if (lines.Length == 0) return;
        page.Append("## Published results, same specification\n\n");
        page.Append("Reversal: test BLEU of greedy decoding (Joey NMT's tutorial). Addition: per cent of the answers' characters right on held-out\n");
        page.Append("questions, decoded freely (Keras's example), and when whole answers are. Epochs: when the score to beat was first reached;\n");
        page.Append("reversal is scored once, at the end. Load: processes ready to run in the minute before; with more of them than processors a wall\n");
        page.Append("time says little.\n\n");
        page.Append("| yardstick | seed | to beat | score | epochs (at most) | 99 % of whole answers | wall s | processor s | load | reached |\n");
        page.Append("|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var line in lines.OrderBy(line => Text(line, "yardstick"), StringComparer.Ordinal).ThenBy(line => Number(line, "seed")))
        {
            var score = line.ContainsKey("low") ? $"{line["score"]} [{line["low"]}, {line["high"]}]" : $"{line["score"]}";
            var whole = line.ContainsKey("exact_epochs")
                ? line["exact_epochs"] is null ? $"no: {line["exact"]} %" : $"epoch {line["exact_epochs"]}"
                : $"{line["exact"]} % at the end";
            Line(page, $"| {line["yardstick"]} | {line["seed"]} | {line["to_beat"]} | {score} | {line["epochs"]?.ToString() ?? "-"} ({line["most_epochs"]}) | {whole} | {line["seconds"]} | {line["processor_seconds"]} | {line["load"]} | {(line["reached"]!.GetValue<bool>() ? "yes" : "**no**")} |\n");
        }

        page.Append('\n');
    }

    private static void Real(StringBuilder page, JsonObject[] lines)
    {
        if (lines.Length == 0) return;
        var first = lines[0];
        page.Append("## Real pairs, against the same model in PyTorch\n\n");
        Line(page, $"Bidirectional GRU with additive attention, {first["parameters"]} parameters on either side; Chinese to English, {Numbers(first["pairs"])} pairs to train on, choose by and test; ");
        Line(page, $"vocabularies of {Numbers(first["vocabularies"])}. The same batches in the same order, {first["updates"]} updates in {first["epochs"]} epochs, greedy decoding, one scorer. ");
        Line(page, $"Weights and dropout are drawn by each side. Peer: PyTorch {first["torch"]}. Difference: ours less theirs, with its 95 % interval (paired bootstrap).\n\n");
        page.Append("| seed | BLEU ours | BLEU PyTorch | difference | p | validation loss ours / PyTorch | within noise or better |\n|---|---|---|---|---|---|---|\n");
        foreach (var line in lines.OrderBy(line => Number(line, "seed")))
        {
            Line(page, $"| {line["seed"]} | {Interval(line["ours"]!)} | {Interval(line["peer"]!)} | {line["difference"]} [{line["low"]}, {line["high"]}] | {line["p"]} | {line["ours"]!["validation_loss"]} / {line["peer"]!["validation_loss"]} | {(line["reached"]!.GetValue<bool>() ? "yes" : "**no**")} |\n");
        }

        if (lines.Length > 1)
        {
            var differences = lines.Select(line => Number(line, "difference")).ToArray();
            var mean = differences.Average();
            var deviation = Math.Sqrt(differences.Sum(x => (x - mean) * (x - mean)) / (differences.Length - 1));
            Line(page, $"\nOver the {differences.Length} seeds the mean difference is {mean:0.00}, its standard error {deviation / Math.Sqrt(differences.Length):0.00}.\n");
        }

        page.Append('\n');
    }

    private static void Time(StringBuilder page, JsonObject[] lines)
    {
        if (lines.Length == 0) return;
        page.Append("## Time per epoch of the same two models\n\n");
        page.Append("Each batch's quickest update of all rounds, ours and the peer's taking turns on a machine that did nothing else; the peer in its best\n");
        page.Append("setting (`tests/Benchmarks/peer/settings.json`). The batches are spread evenly over an epoch, the sum is scaled to it.\n\n");
        page.Append("| batches timed | rounds | ours s | PyTorch s | PyTorch's setting | ratio | load |\n|---|---|---|---|---|---|---|\n");
        foreach (var line in lines)
        {
            Line(page, $"| {line["timed_batches"]} of {line["batches"]} | {line["rounds"]} | {line["epoch_seconds"]} | {line["peer_epoch_seconds"]} | {line["peer_setting"]} | {line["ratio"]} | {line["load"]} |\n");
        }

        page.Append('\n');
    }

    private static JsonObject[] Of(JsonObject[] lines, string yardstick) => [.. lines.Where(line => Text(line, "yardstick") == yardstick)];

    private static string Interval(JsonNode score) => $"{score["bleu"]} [{score["low"]}, {score["high"]}]";

    private static string Numbers(JsonNode? numbers) => string.Join(", ", numbers!.AsArray().Select(number => number!.ToString()));

    private static string Text(JsonObject line, string key) => line[key]!.GetValue<string>();

    private static double Number(JsonObject line, string key) => line[key]!.GetValue<double>();

    private static void Line(StringBuilder page, FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Seq2Seq.Notebooks.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"no Seq2Seq.Notebooks.sln above {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}
