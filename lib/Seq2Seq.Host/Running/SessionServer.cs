using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Running;

/// <summary>The session process: runs cells the runner sends, one at a time, and ends when the runner does.</summary>
internal static class SessionServer
{
    /// <summary>The hidden command that starts it.</summary>
    public const string Command = "__session";

    /// <summary>Serves until the pipe closes.</summary>
    public static async Task<int> Serve(string pipeName, string folder, int streamLimit)
    {
        // Ctrl-C reaches the whole process group; the runner decides what it means.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync(10_000).ConfigureAwait(false);
        Directory.SetCurrentDirectory(folder);
        using var session = new ScriptSession(new SessionOptions { Folder = folder, StreamLimit = streamLimit, DisplayLimit = streamLimit * 8 });
        using var reader = new StreamReader(pipe, new UTF8Encoding(false), false, 1 << 16, leaveOpen: true);
        using var sink = new PipeSink(pipe);
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            switch (SessionMessage.Parse(line))
            {
                case RunCell run:
                    _ = Run(session, run, sink);
                    break;
                case InterruptCell:
                    session.Interrupt();
                    break;
            }
        }
        // Whatever a cell left running must not keep the process.
        Environment.Exit(0);
        return 0;
    }

    private static async Task Run(ScriptSession session, RunCell run, PipeSink sink)
    {
        var result = await session.RunAsync(new CellRequest(run.Code, run.Name), sink, CancellationToken.None).ConfigureAwait(false);
        sink.Send(new Ended(result.Status));
    }

    private sealed class PipeSink(Stream pipe) : IOutputSink, IDisposable
    {
        private readonly StreamWriter writer = new(pipe, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };

        public void Write(CellOutput output) => Send(Shown.Of(output));

        public void Send(SessionMessage message)
        {
            lock (writer) writer.WriteLine(message.ToLine());
        }

        public void Dispose() => writer.Dispose();
    }
}
