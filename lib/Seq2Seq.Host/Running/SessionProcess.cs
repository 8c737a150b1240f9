using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Running;

/// <summary>A session in a process of its own, watched: whatever a cell does to it, the runner goes on and says what happened.</summary>
internal sealed class SessionProcess : IAsyncDisposable
{
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan watch = TimeSpan.FromMilliseconds(200);

    private readonly SessionProcessOptions options;
    private readonly Process process;
    private readonly NamedPipeServerStream pipe;
    private readonly CrashNotes notes = new();
    private StreamReader? reader;
    private StreamWriter? writer;

    private SessionProcess(SessionProcessOptions options, Process process, NamedPipeServerStream pipe)
    {
        this.options = options;
        this.process = process;
        this.pipe = pipe;
        process.ErrorDataReceived += (_, line) => notes.Add(line.Data);
        process.OutputDataReceived += (_, line) => notes.Add(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Starts a process whose surroundings are the same on every machine.</summary>
    public static async Task<SessionProcess> Start(SessionProcessOptions options, CancellationToken cancellation)
    {
        var name = $"seq2seq-{Environment.ProcessId}-{Guid.NewGuid():N}"[..40];
        var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var start = new ProcessStartInfo(DotnetHost.Path) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in new[] { DotnetHost.CourseAssembly, SessionServer.Command, name, options.Folder, options.StreamLimit.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        Pin(start.Environment, options);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{DotnetHost.Path} could not be started.");
        process.StandardInput.Close();
        var session = new SessionProcess(options, process, pipe);
        try
        {
            var connected = pipe.WaitForConnectionAsync(cancellation);
            var first = await Task.WhenAny(connected, process.WaitForExitAsync(cancellation)).ConfigureAwait(false);
            if (first != connected) throw new InvalidOperationException($"The session process ended before it began. {session.notes.Text}");
            await connected.ConfigureAwait(false);
            session.reader = new StreamReader(pipe, new UTF8Encoding(false), false, 1 << 16, leaveOpen: true);
            session.writer = new StreamWriter(pipe, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Processor time it took so far, all threads together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Runs a cell; the sink gets what it shows while it runs, the error included.</summary>
    public async Task<CellOutcome> Run(string code, string name, IOutputSink sink, CancellationToken cancellation)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watcher = Watch(done.Token);
        var reading = Task.CompletedTask as Task;
        try
        {
            var received = Exchange(code, name, sink, cancellation);
            reading = received;
            var first = await Task.WhenAny(received, watcher).ConfigureAwait(false);
            if (first == watcher)
            {
                cancellation.ThrowIfCancellationRequested();
                var limit = await watcher.ConfigureAwait(false);
                // A cell that lets itself be stopped leaves its own report behind; any other is ended with its process.
                await Send(new InterruptCell()).ConfigureAwait(false);
                await Task.WhenAny(received, Task.Delay(grace, cancellation)).ConfigureAwait(false);
                process.Kill(entireProcessTree: true);
                return Fail(sink, limit.Kind, limit.ErrorName, $"{name} {limit.Reason}");
            }
            if (await received.ConfigureAwait(false) is { } ended)
                return ended.Error is null ? new CellOutcome(CellOutcomeKind.Passed) : new CellOutcome(CellOutcomeKind.Failed, ended.Error);
            await process.WaitForExitAsync(cancellation).WaitAsync(TimeSpan.FromSeconds(10), cancellation).ConfigureAwait(false);
            return Fail(sink, CellOutcomeKind.Crashed, "SessionEnded", $"{name} {notes.Reason(process.ExitCode)}");
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            _ = reading.ContinueWith(static task => task.Exception, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // The session ends with its pipe; one that doesn't is ended.
            await pipe.DisposeAsync().ConfigureAwait(false);
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
    }

    private async Task<(CellStatus Status, ErrorOutput? Error)?> Exchange(string code, string name, IOutputSink sink, CancellationToken cancellation)
    {
        await Send(new RunCell(code, name)).ConfigureAwait(false);
        ErrorOutput? error = null;
        try
        {
            while (await reader!.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            {
                switch (SessionMessage.Parse(line))
                {
                    case Shown shown:
                        if (shown.Output is ErrorOutput failed) error = failed;
                        sink.Write(shown.Output);
                        break;
                    case Ended ended:
                        return (ended.Status, error);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or System.Text.Json.JsonException)
        {
            // The process died in the middle of a word.
        }
        return null;
    }

    private async Task Send(SessionMessage message)
    {
        try
        {
            await writer!.WriteLineAsync(message.ToLine()).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The process is gone; reading says so.
        }
    }

    private async Task<(CellOutcomeKind Kind, string ErrorName, string Reason)> Watch(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var left = options.CellTimeout - clock.Elapsed;
            if (left <= TimeSpan.Zero)
                return (CellOutcomeKind.TimedOut, "TimedOut", string.Create(CultureInfo.InvariantCulture, $"ran longer than {options.CellTimeout.TotalSeconds:0.##} s and was stopped. Make it shorter, or raise --timeout."));
            await Task.Delay(left < watch ? left : watch, cancellation).ConfigureAwait(false);
            if (process.HasExited) continue;
            process.Refresh();
            // The collector keeps the managed heap below the limit; this catches memory outside of it.
            if (process.WorkingSet64 > options.MemoryLimit + options.MemoryLimit / 4 + (256L << 20))
                return (CellOutcomeKind.Crashed, "OutOfMemory", string.Create(CultureInfo.InvariantCulture, $"took more than {options.MemoryLimit / (1L << 20):N0} MB of memory and was stopped. Make it need less, or raise --memory."));
        }
    }

    private static CellOutcome Fail(IOutputSink sink, CellOutcomeKind kind, string errorName, string message)
    {
        var error = new ErrorOutput(errorName, message, [message]);
        sink.Write(error);
        return new CellOutcome(kind, error);
    }

    private static void Pin(IDictionary<string, string?> environment, SessionProcessOptions options)
    {
        environment["LANG"] = environment["LC_ALL"] = "en_US.UTF-8";
        environment["TZ"] = "UTC";
        environment["COLUMNS"] = "120";
        environment["LINES"] = "40";
        environment["TERM"] = "dumb";
        environment["NO_COLOR"] = "1";
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_PROCESSOR_COUNT"] = options.Processors.ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_GCHeapHardLimit"] = options.MemoryLimit.ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_DbgEnableMiniDump"] = "0";
        foreach (var (name, value) in options.Mode.Environment) environment[name] = value;
    }
}
