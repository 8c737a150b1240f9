using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Jupyter;

/// <summary>
/// Stands for the C# session: its cells are lines such as <c>print x</c>, <c>error x</c>, <c>value x</c>, <c>fail x</c>,
/// <c>wait</c> (until interrupted), <c>sleep ms</c>, <c>ask prompt</c>, <c>huge</c>, <c>crash</c>.
/// </summary>
internal sealed class FakeRunner : ICellRunner
{
    private readonly ManualResetEventSlim _interrupted = new();

    public List<string> Ran { get; } = [];

    public Task<CellResult> RunAsync(CellRequest request, IOutputSink sink, CancellationToken cancellation)
    {
        _interrupted.Reset();
        Ran.Add(request.Code);
        foreach (var line in request.Code.Split('\n'))
        {
            var (verb, rest) = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
                ? (line[..space], line[(space + 1)..])
                : (line, "");
            switch (verb)
            {
                case "print": sink.Write(new StreamOutput("stdout", rest + "\n")); break;
                case "error": sink.Write(new StreamOutput("stderr", rest + "\n")); break;
                case "show": sink.Write(new DisplayOutput("d1", Plain(rest))); break;
                case "update": sink.Write(new DisplayOutput("d1", Plain(rest), IsUpdate: true)); break;
                case "json": sink.Write(new DisplayOutput(null, new Dictionary<string, string> { ["application/json"] = rest })); break;
                case "huge": sink.Write(new DisplayOutput(null, Plain(new string('h', 170_000_000)))); break;
                case "value": sink.Write(new DisplayOutput(null, Plain(rest), IsResult: true)); break;
                case "sleep": Thread.Sleep(int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture)); break;
                case "crash": throw new InvalidOperationException("the session itself broke");
                case "ask":
                    var answer = request.Input is null ? "nobody to ask" : request.Input(rest, false);
                    sink.Write(new StreamOutput("stdout", answer + "\n"));
                    break;
                case "wait":
                    _interrupted.Wait(10_000, cancellation);
                    return Ended(CellStatus.Interrupted, null, sink);
                case "fail":
                    var error = new ErrorOutput("FakeException", rest, [$"{request.Name}: {rest}"]);
                    return Ended(CellStatus.Failed, error, sink);
                default: break;
            }
        }

        return Task.FromResult(CellResult.Success);
    }

    public Task<Evaluation> EvaluateAsync(string expression, CancellationToken cancellation) => Task.FromResult(
        expression == "bad" ? new Evaluation(null, new ErrorOutput("FakeException", "bad", ["bad"])) : new Evaluation(Plain(expression), null));

    public void Interrupt() => _interrupted.Set();

    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        Task.FromResult(new CompletionList(position - 1, position, [new Completion("alpha", "function")]));

    public Task<Inspection?> InspectAsync(string code, int position, CancellationToken cancellation) =>
        Task.FromResult(code == "known" ? new Inspection("known: a word", "**known**") : null);

    public Completeness Check(string code) =>
        code.EndsWith('{') ? Completeness.Incomplete : code == "wrong" ? Completeness.Invalid : Completeness.Complete;

    public void Dispose() => _interrupted.Dispose();

    private static Task<CellResult> Ended(CellStatus status, ErrorOutput? error, IOutputSink sink)
    {
        if (error is not null)
            sink.Write(error);
        return Task.FromResult(new CellResult(status, error));
    }

    private static Dictionary<string, string> Plain(string text) => new() { ["text/plain"] = text };
}
