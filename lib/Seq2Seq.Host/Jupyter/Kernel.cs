using System.Net;
using System.Net.Sockets;
using Seq2Seq.Host.Jupyter.Handlers;
using Seq2Seq.Host.Scripting;
using Seq2Seq.Host.Zmtp;

namespace Seq2Seq.Host.Jupyter;

/// <summary>A Jupyter kernel: five sockets around one cell runner.</summary>
internal sealed class Kernel : IDisposable
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    private readonly PublisherSocket _publisher;
    private readonly IoPub _ioPub;
    private readonly StdinChannel _stdin;
    private readonly EchoSocket _heartbeat;
    private readonly Channel _shell;
    private readonly Channel _control;
    private readonly Task<ICellRunner> _runner;
    private readonly ManualResetEventSlim _ended = new();

    /// <summary>Binds the ports first, then starts the runner in the background: clients may connect at once.</summary>
    /// <param name="connection">Where to listen; port 0 takes a free one.</param>
    /// <param name="createRunner">Makes the session that runs the cells.</param>
    /// <param name="log">Takes remarks for whoever looks after the kernel.</param>
    public Kernel(ConnectionInfo connection, Func<ICellRunner> createRunner, Action<string> log)
    {
        try
        {
            var codec = new MessageCodec(new MessageSigner(connection.Key), TimeProvider.System);
            _heartbeat = new EchoSocket(At(connection.HeartbeatPort), "heartbeat", log);
            _publisher = new PublisherSocket(At(connection.IoPubPort), "iopub", log);
            _ioPub = new IoPub(_publisher, codec);
            _stdin = new StdinChannel(At(connection.StdinPort), codec, log);
            _runner = Task.Factory.StartNew(createRunner, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            var history = new History();
            var info = new KernelInfoHandler();
            var shutdown = new ShutdownHandler(End);
            _ioPub.Publish("status", null, json => json.WriteString("execution_state", "starting"));
            _control = new Channel("control", At(connection.ControlPort), codec, _ioPub, [info, new InterruptHandler(Interrupt), shutdown], log);
            _shell = new Channel("shell", At(connection.ShellPort), codec, _ioPub,
            [
                info, shutdown, new ExecuteHandler(_runner, _ioPub, _stdin, history), new CompleteHandler(_runner),
                new InspectHandler(_runner), new IsCompleteHandler(_runner), new HistoryHandler(history), new CommInfoHandler(),
                new CommOpenHandler(), new ClosedCommHandler("comm_msg"), new ClosedCommHandler("comm_close"),
            ], log);
        }
        catch (SocketException error)
        {
            Dispose();
            throw new JupyterException($"The kernel can't listen on the ports of its connection file: {error.Message}");
        }

        Connection = connection with
        {
            ShellPort = _shell.EndPoint.Port,
            ControlPort = _control.EndPoint.Port,
            StdinPort = _stdin.EndPoint.Port,
            IoPubPort = _publisher.EndPoint.Port,
            HeartbeatPort = _heartbeat.EndPoint.Port,
        };

        IPEndPoint At(int port) => new(connection.Address, port);
    }

    /// <summary>Where it listens, free ports filled in.</summary>
    public ConnectionInfo Connection { get; }

    /// <summary>Ends the running cell, if any.</summary>
    public void Interrupt()
    {
        if (_runner.IsCompletedSuccessfully)
            _runner.Result.Interrupt();
    }

    /// <summary>Lets <see cref="WaitForEnd"/> return; harmless when repeated.</summary>
    public void End() => _ended.Set();

    /// <summary>Waits until a client or a signal has ended the kernel, then lets the last messages out.</summary>
    public void WaitForEnd()
    {
        _ended.Wait();
        _ioPub.Close(Linger);
        _publisher.Drain(Linger);
        _control.Drain(Linger);
        _shell.Drain(Linger);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _shell?.Dispose();
        _control?.Dispose();
        _stdin?.Dispose();
        _heartbeat?.Dispose();
        _ioPub?.Close(TimeSpan.Zero);
        _publisher?.Dispose();
    }
}
