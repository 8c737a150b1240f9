using Microsoft.CodeAnalysis.CSharp.Syntax;
using Seq2Seq.Host.Formatting;
using Seq2Seq.Host.Scripting.Compilation;
using Seq2Seq.Host.Scripting.Insight;
using Seq2Seq.Host.Scripting.Outputs;
using Seq2Seq.Host.Scripting.References;

namespace Seq2Seq.Host.Scripting;

/// <summary>A C# session: every cell sees what the cells before it declared.</summary>
internal sealed class ScriptSession : ICellRunner
{
    private readonly SessionOptions options;
    private readonly CellThread thread = new();
    private readonly SessionAssemblies assemblies = new();
    private readonly SubmissionCompiler compiler;
    private readonly SubmissionChain chain;
    private readonly PackageRestore packages = new();

    /// <summary>Starts a session; the console of this process leads to the running session from now on.</summary>
    public ScriptSession(SessionOptions options)
    {
        this.options = options;
        Outputs = new OutputChannel(options);
        compiler = new SubmissionCompiler(assemblies, options.Folder);
        chain = new SubmissionChain(new CellLoadContext(assemblies));
        ConsoleRedirection.Install();
        SessionCulture.Pin();
    }

    /// <summary>Where this session's outputs go.</summary>
    public OutputChannel Outputs { get; }

    /// <summary>Lets the compiler get ready while nobody waits for it yet.</summary>
    public ScriptSession WarmedUp()
    {
        _ = Task.Run(() => SubmissionCompiler.Emit(compiler.Compile(SubmissionCompiler.Parse("var ready = new[] { 1 }.Select(n => n + 1).ToArray();\nConsole.WriteLine(ready);\nready")), true, CancellationToken.None));
        return this;
    }

    public Task<CellResult> RunAsync(CellRequest request, IOutputSink sink, CancellationToken cancellation) =>
        thread.Post(() => Run(request, sink, cancellation));

    public Task<Evaluation> EvaluateAsync(string expression, CancellationToken cancellation) =>
        thread.Post(() => Evaluate(expression, cancellation));

    public void Interrupt()
    {
        if (thread.Interrupt()) return;
        // A thread of its own: who interrupts must not wait behind a flood of output.
        new Thread(() => Outputs.WriteText("stderr", "The cell catches the interrupt and goes on. Only the end of its process ends it: restart the kernel.\n"))
        {
            IsBackground = true,
            Name = "cell note",
        }.Start();
    }

    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        Task.Run(() => CompletionProvider.Complete(compiler, code, position, cancellation), cancellation);

    public Task<Inspection?> InspectAsync(string code, int position, CancellationToken cancellation) =>
        Task.Run(() => InspectionProvider.Inspect(compiler, code, position, cancellation), cancellation);

    public Completeness Check(string code) => CompletenessCheck.Of(code);

    public void Dispose()
    {
        thread.Interrupt();
        thread.Dispose();
        CurrentOutput.Leave(this);
        Outputs.Dispose();
        assemblies.Dispose();
    }

    private CellResult Run(CellRequest request, IOutputSink sink, CancellationToken cancellation)
    {
        CurrentOutput.Enter(this);
        // The cell before may have set the console to something of its own.
        ConsoleRedirection.Install();
        Outputs.Begin(sink, request.Input);
        var error = Guard(request.Name, token => new CellExecution(this, request, options.Folder).Run(request.Code, token), cancellation);
        if (error is not null) Outputs.Deliver(error);
        Outputs.End();
        return error is null ? CellResult.Success : new CellResult(error.Name == ErrorReport.InterruptedName ? CellStatus.Interrupted : CellStatus.Failed, error);
    }

    private Evaluation Evaluate(string expression, CancellationToken cancellation)
    {
        CurrentOutput.Enter(this);
        IReadOnlyDictionary<string, string>? data = new Dictionary<string, string>();
        var error = Guard("expression", token => RunSubmission(expression, "expression", false, value => data = ValueFormatter.Format(value), token), cancellation);
        return error is null ? new Evaluation(data, null) : new Evaluation(null, error);
    }

    private ErrorOutput? Guard(string name, Action<CancellationToken> work, CancellationToken cancellation)
    {
        var token = thread.BeginCell(cancellation);
        try
        {
            work(token);
            return null;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return ErrorReport.Interrupted(name);
        }
#pragma warning disable CA1031 // A cell may throw anything; it is reported, the session goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ErrorReport.Of(exception, name);
        }
        finally
        {
            thread.EndCell();
        }
    }

    /// <summary>Compiles and runs C#; hands over the value if it ends in one.</summary>
    internal void RunSubmission(string code, string name, bool keep, Action<object?> show, CancellationToken cancellation)
    {
        var tree = SubmissionCompiler.Parse(code, name);
        // A cell that declares nothing needs no link in the chain: a thousand of them cost no more than one.
        keep = keep && SubmissionCompiler.Declares(tree);
        var isStraight = StraightCell.Is((CompilationUnitSyntax)tree.GetRoot(cancellation));
        var submission = compiler.Compile(tree, isStraight);
        if (!keep && ReadCell.Expression(tree) is { } expression && ReadCell.TryRead(submission, expression, chain, out var known))
        {
            Execute(() => show(known), cancellation);
            return;
        }
        if (!keep && PlainCell.Of(submission, chain, cancellation) is { } plain && TryCompute(plain, out var computed))
        {
            Execute(() =>
            {
                plain.Effect(computed);
                if (plain.IsShown) show(computed);
            }, cancellation);
            return;
        }
        if (SubmissionCompiler.Emit(submission, !isStraight, cancellation) is not var (image, symbols))
        {
            if (keep) compiler.Accept(submission);
            return;
        }
        var hasValue = SubmissionCompiler.HasValue(submission);
        var start = chain.Load(submission, image, symbols, keep, cancellation);
        // Even if it throws: what it had assigned by then stays visible.
        if (keep) compiler.Accept(submission);
        Execute(() =>
        {
            var task = start();
            if (!task.IsCompleted) thread.Pump(task);
            var value = task.GetAwaiter().GetResult();
            if (hasValue) show(value);
        }, cancellation);
    }

    private static bool TryCompute(PlainCell cell, out object? value)
    {
        value = null;
        try
        {
            value = cell.Value();
            return true;
        }
        catch (Exception exception) when (exception is ArithmeticException or FormatException)
        {
            // Compiled it throws again, with its line.
            return false;
        }
    }

    // Formatting a value runs the cell's own code too: it can loop and throw like the rest.
    private void Execute(Action body, CancellationToken cancellation)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? thrown = null;
        var interrupted = thread.RunInterruptible(() =>
        {
            try
            {
                body();
            }
            catch (Exception exception) when (exception is not ThreadAbortException)
            {
                thrown = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(exception);
            }
        });
        if (interrupted) throw new OperationCanceledException(cancellation);
        thrown?.Throw();
    }

    internal SessionAssemblies Assemblies => assemblies;

    internal PackageRestore Packages => packages;

    internal SubmissionChain Chain => chain;
}
